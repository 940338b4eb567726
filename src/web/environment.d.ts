declare module 'virtual:routes' {
  export const routes: import('#contract/route.ts').Routes;
}
declare module '@fontsource-variable/*';
