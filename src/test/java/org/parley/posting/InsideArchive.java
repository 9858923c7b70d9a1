package org.parley.posting;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.parley.invites.InviteStage;
import org.parley.live.Lag;
import org.parley.presence.DeadServer;
import org.parley.reports.ReportStage;
import org.parley.rooms.LockStage;
import org.parley.rooms.Stage;

/** The WAR, with the beans by which {@link InsideTheServerIT} looks inside. */
final class InsideArchive {
    private InsideArchive() {}

    static WebArchive parley() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/parley.war"))
                .addClasses(
                        DeadServer.class,
                        InviteStage.class,
                        Lag.class,
                        LockStage.class,
                        ReadStage.class,
                        ReportStage.class,
                        Stage.class,
                        Statements.class,
                        TalkStage.class,
                        Witness.class,
                        Witness.Sight.class);
    }
}
