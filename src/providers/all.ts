import { local } from './local/local.ts';
import type { Provider } from './provider.ts';

/** Every provider there is. One more is a folder and a line here. */
export const providers: readonly Provider[] = [local];
