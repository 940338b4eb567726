/** The account of who is signed in. */
export const enAccount = {
  title: (places: number) => (places === 1 ? 'Signed in here only' : `Signed in at ${places} places`),
  lead: (name: string, email: string) => `${name}, ${email}`,
  since: (day: string) => `Account since ${day}`,

  passwordTitle: 'Password',
  passwordText: 'Every other place is signed out when it changes.',
  current: 'Present password',
  next: 'New password',
  nextHint: 'At least 8 characters.',
  change: 'Change the password',
  changed: 'The password is changed',
  changedText: 'Every other place was signed out.',
  tooShort: 'At least 8 characters are needed.',
  missing: 'Type the present password.',

  sessionsTitle: 'Where you are signed in',
  thisOne: 'this browser',
  used: (when: string) => `last used ${when}`,
  from: (ip: string) => `from ${ip}`,
  end: 'Sign out there',
  endOf: (browser: string) => `Sign out there: ${browser}`,
  ended: 'Signed out there',
  unknownBrowser: 'Something else',
  browserOn: (browser: string, system: string) => `${browser} on ${system}`,

  deleteTitle: 'Delete the account',
  deleteText:
    'Everything in it goes with it, at once and for good: projects, works, pictures, clips, films, keys. Nothing of it can be brought back.',
  delete: 'Delete the account',
  deleteAsk: 'Delete the account for good?',
  deleteConfirm: 'Delete everything',
  deletePassword: 'Your password',
  cancel: 'Cancel',
};
