// Runs before the first paint, so that neither theme nor direction of writing is seen to change. Plain and tiny: no build.
(function () {
  var root = document.documentElement;
  var read = function (name) {
    try {
      return localStorage.getItem('scenewright.' + name);
    } catch {
      return null; // storage may be shut off; the defaults hold
    }
  };
  var theme = read('theme');
  var light = theme === 'light' || (theme === 'system' && matchMedia('(prefers-color-scheme: light)').matches);
  root.dataset.theme = light ? 'light' : 'dark';
  var language = read('language');
  if (language) root.lang = language;
})();
