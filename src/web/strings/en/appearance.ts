/** How the app looks and speaks in this browser. */
export const enAppearance = {
  title: (theme: string, language: string) => `${theme}, in ${language}`,
  lead: 'Kept in this browser, for whoever uses it.',
  themeTitle: 'Theme',
  theme: { dark: 'Dark', light: 'Light', system: 'As the system' },
  themeText: {
    dark: 'A dim room: pictures are judged best here.',
    light: 'For bright rooms; everything is as legible.',
    system: 'Follows the system, also in the evening.',
  },
  languageTitle: 'Language',
  languageText: 'Of the app. What your films speak is said in each work.',
  clockTitle: 'Time of day',
  clock: { auto: 'As the language writes it', h23: '24 hours', h12: '12 hours' },
  clockNow: (time: string) => `Now: ${time}`,
  motionTitle: 'Motion',
  motionOn: 'Stripes and changes move, for as long as something happens.',
  motionOff: 'Your system asks for less motion: nothing moves but films.',
  keysTitle: 'Keys',
  keysSwitch: 'Single keys act',
  keysText:
    'Such as ? for the list of keys. Switch it off where you dictate or type with a switch; keys with Ctrl or Alt go on.',
};
