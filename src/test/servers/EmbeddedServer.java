import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.glassfish.embeddable.GlassFish;
import org.glassfish.embeddable.GlassFishProperties;
import org.glassfish.embeddable.GlassFishRuntime;

/**
 * Deploys a WAR on the application server whose embedded jar is on the class path, GlassFish or Payara:
 * {@code java -cp SERVER.jar EmbeddedServer.java PORT CONTEXT_ROOT WAR}. It listens only on 127.0.0.1 and ends with the
 * process.
 */
public class EmbeddedServer {
    private static final String NO_JMS = "<jms-service type=\"DISABLED\" default-jms-host=\"none\">"
            + "<jms-host name=\"none\" host=\"127.0.0.1\" port=\"7676\"/></jms-service>";

    public static void main(String[] arguments) throws Exception {
        GlassFishProperties properties = new GlassFishProperties();
        properties.setConfigFileURI(loopbackDomain().toUri().toString());
        properties.setConfigFileReadOnly(false);
        properties.setPort("http-listener", Integer.parseInt(arguments[0]));
        GlassFish server = GlassFishRuntime.bootstrap().newGlassFish(properties);
        server.start();
        String name = server.getDeployer()
                .deploy(new File(arguments[2]), "--name", "parley", "--contextroot", arguments[1]);
        if (name == null) {
            System.err.println("The deployment failed.");
            System.exit(1);
        }
        System.out.println("Deployed " + name);
    }

    /** The server's own default domain, which would listen on every interface and at ports that nobody needs here. */
    private static Path loopbackDomain() throws IOException {
        String domain = resource("org/glassfish/embed/domain.xml", "config/domain.xml")
                .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
                .replaceAll("<network-listener ([^>]*name=\"(http|admin)-listener\")", "<network-listener address=\"127.0.0.1\" $1")
                .replaceAll("<network-listener ([^>]*name=\"https-listener\")", "<network-listener enabled=\"false\" $1")
                .replaceAll("enabled=\"false\" ([^>]*) enabled=\"false\"", "$1 enabled=\"false\"")
                .replace("<hazelcast-config-specific-configuration>", "<hazelcast-config-specific-configuration enabled=\"false\">")
                .replaceAll("(?s)<jms-service.*?</jms-service>", "")
                .replaceFirst("<admin-service", NO_JMS + "<admin-service");
        Path file = Files.createTempFile("parley-domain", ".xml");
        file.toFile().deleteOnExit();
        return Files.writeString(file, domain);
    }

    private static String resource(String... names) throws IOException {
        for (String name : names) {
            try (InputStream found = GlassFish.class.getClassLoader().getResourceAsStream(name)) {
                if (found != null) {
                    return new String(found.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new IOException("The server's jar has no default domain");
    }
}
