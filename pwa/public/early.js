// Before the first picture: the theme and language chosen on this phone (src/core/settings.ts keeps them).
try {
  const { theme, language } = JSON.parse(localStorage.getItem('rounds.settings') ?? '{}')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  if (language) document.documentElement.lang = language
} catch {
  // Private mode, or nonsense in the place: the system's theme holds.
}
