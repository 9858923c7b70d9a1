// Runs before the first paint, so that the wrong theme does not flash: a plain script, neither a module nor inline.
(() => {
  const path = new URL('.', document.baseURI).pathname;
  try {
    const theme = localStorage.getItem(`parley:${path}:theme`);
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Without storage the page uses the system's theme.
  }
})();
