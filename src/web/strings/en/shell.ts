/** What every screen says. */
export const enShell = {
  product: 'Scenewright',
  skipToContent: 'Skip to content',
  loading: 'Loading',
  notFoundTitle: 'There is nothing at this address',
  notFoundText: 'It may have been deleted, or the link is not whole.',
  toProjects: 'To your projects',
  brokenTitle: 'This screen broke',
  tryAgain: 'Try again',
};
