/** What is said on many screens of a project, in English. */
export const enProject = {
  parts: 'Parts of this project',
  works: 'Works',
  assets: 'Assets',
  templates: 'Templates',
  settings: 'Settings',
  free: 'free',
  priceUnknown: 'price not known',
  about: (price: string) => `about ${price}`,
  atMost: (price: string) => `at most ${price}`,
};
