import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The version of the project, which is written beside the classes when these are compiled. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        try (InputStream version = Version.class.getResourceAsStream("/version.txt")) {
            return new String[] {"parley " + new String(version.readAllBytes(), StandardCharsets.UTF_8).strip()};
        }
    }
}
