package org.parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.browser.Visitor;
import org.parley.harness.Json;
import org.parley.harness.Person;
import org.parley.harness.Uploads;

/** T: four clients upload pictures, each kind alone. The server makes a picture without metadata and a thumbnail. */
record Thumbnails() implements Workload {
    private static final int CLIENTS = 4;
    private static final int GRAIN = 6;
    private static final long SEED = 12;
    /** Java cannot write WebP, and browsers can. */
    private static final String WEBP =
            """
            async (png) => {
              const image = new Image();
              image.src = 'data:image/png;base64,' + png;
              await image.decode();
              const canvas = document.createElement('canvas');
              [canvas.width, canvas.height] = [image.width, image.height];
              canvas.getContext('2d').drawImage(image, 0, 0);
              return canvas.toDataURL('image/webp', 0.8).split(',')[1];
            }""";

    @Override
    public void run(Bed bed) {
        List<Person> people = bed.people(CLIENTS);
        kinds(bed).forEach((name, picture) -> {
            people.forEach(Person::refresh);
            byte[] body = Uploads.body("picture", picture);
            new SideBySide(CLIENTS, client -> upload(people.get(client), name, body))
                    .warmed(bed)
                    .measured(bed, "T", name, "picture", 1);
        });
    }

    /** Encoded pictures of usual sizes, and the largest that the server makes a picture of. */
    private static Map<String, byte[]> kinds(Bed bed) {
        Map<String, byte[]> kinds = new LinkedHashMap<>();
        kinds.put("JPEG 4032x3024", Uploads.encoded(Photo.of(4032, 3024, GRAIN, SEED), "jpg"));
        kinds.put("JPEG 5000x5000", Uploads.encoded(Photo.of(5000, 5000, GRAIN / 2, SEED), "jpg"));
        BufferedImage screen = Photo.of(1920, 1080, 0, SEED);
        kinds.put("PNG 1920x1080", Uploads.encoded(screen, "png"));
        kinds.put("PNG 5000x5000", Uploads.encoded(Photo.of(5000, 5000, 0, SEED), "png"));
        kinds.put("WebP 1920x1080", webp(bed, Photo.of(1920, 1080, GRAIN, SEED)));
        kinds.put("GIF 480x270", Uploads.encoded(Photo.of(480, 270, 0, SEED), "gif"));
        return kinds;
    }

    private static byte[] webp(Bed bed, BufferedImage picture) {
        try (Visitor visitor = Visitor.at(bed.base())) {
            String png = Base64.getEncoder().encodeToString(Uploads.encoded(picture, "png"));
            return Base64.getDecoder().decode((String) visitor.page().evaluate(WEBP, png));
        }
    }

    private static void upload(Person person, String name, byte[] body) {
        JsonNode file = Json.read(LargeCall.post(person, "attachments", Uploads.TYPE, body));
        if (!file.path("thumbnailUrl").isTextual()) {
            throw new IllegalStateException(name + " became no picture: " + file);
        }
    }
}
