// Loaded before the first paint, and therefore neither a module nor inline: a theme chosen here must not flash.
(() => {
  const path = new URL('.', document.baseURI).pathname;
  try {
    const theme = localStorage.getItem(`parley:${path}:theme`);
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Without storage the system's theme holds.
  }
})();
