import java.io.File;
import org.glassfish.embeddable.CommandRunner;
import org.glassfish.embeddable.GlassFish;
import org.glassfish.embeddable.GlassFishProperties;
import org.glassfish.embeddable.GlassFishRuntime;

/**
 * Runs a WAR on the application server whose embedded jar is on the class path, GlassFish or Payara:
 * {@code java -cp SERVER.jar EmbeddedServer.java PORT CONTEXT_ROOT WAR}. Ends with the process.
 */
public class EmbeddedServer {
    public static void main(String[] arguments) throws Exception {
        GlassFishProperties properties = new GlassFishProperties();
        properties.setPort("http-listener", Integer.parseInt(arguments[0]));
        GlassFish server = GlassFishRuntime.bootstrap().newGlassFish(properties);
        server.start();
        CommandRunner commands = server.getCommandRunner();
        commands.run(
                "set",
                "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address"
                        + "=127.0.0.1");
        String name = server.getDeployer()
                .deploy(new File(arguments[2]), "--name", "parley", "--contextroot", arguments[1]);
        if (name == null) {
            System.err.println("The deployment failed.");
            System.exit(1);
        }
        System.out.println("Deployed " + name);
    }
}
