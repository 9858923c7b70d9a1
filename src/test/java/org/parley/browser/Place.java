package org.parley.browser;

/** Where the messages are on a visitor's screen. */
final class Place {
    private Place() {}

    /** Scrolls so that the upper edge of the view is in the middle of a message. */
    static void scrollToCut(Visitor visitor, int seq) {
        visitor.page()
                .evaluate(
                        """
                        async (seq) => {
                          const box = document.querySelector('.timeline');
                          const row = document.querySelector(`.row[data-seq="${seq}"]`);
                          box.scrollTop += row.getBoundingClientRect().top - box.getBoundingClientRect().top + row.offsetHeight / 2;
                          await new Promise((resolve) => box.addEventListener('scroll', resolve, { once: true }));
                          await new Promise((resolve) => requestAnimationFrame(resolve));
                        }""",
                        seq);
    }

    /** The distance of a message from the top of the window, in pixels. */
    static double top(Visitor visitor, int seq) {
        return ((Number) visitor.page()
                        .evaluate(
                                "(seq) => document.querySelector(`.row[data-seq=\"${seq}\"]`).getBoundingClientRect().top",
                                seq))
                .doubleValue();
    }
}
