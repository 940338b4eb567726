import type { Role } from '#contract/generation.ts';
import type { ProviderInfo } from '#contract/provider-info.ts';
import type { ProviderSetting } from '#contract/provider-setting.ts';
import type { RetiredModel } from '#contract/retired-model.ts';

/** The order in which a film needs them. */
export const ROLES: readonly Role[] = ['llm', 'vision', 'image', 'video'];

/** Somebody who makes pictures, clips or words: a company with a key, or an engine of one's own. */
export interface Vendor {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly setting: ProviderSetting;
}

/** How the last test of a vendor stands. */
export type VendorState = 'no-key' | 'untested' | 'works' | 'refused';

/** Everybody there is, once: two providers that share a key are one vendor. */
export function vendorsOf(providers: readonly ProviderInfo[], settings: readonly ProviderSetting[]): readonly Vendor[] {
  return settings
    .filter(({ provider, vendor }) => provider === vendor)
    .map((setting) => ({
      id: setting.provider,
      name: setting.name,
      roles: ROLES.filter((role) =>
        providers.some(({ vendor, category }) => vendor === setting.vendor && category === role),
      ),
      setting,
    }));
}

/** Those that are asked with a key. */
export const keyed = (vendors: readonly Vendor[]): readonly Vendor[] =>
  vendors.filter(({ setting }) => setting.needsKey);

/** Engines of one's own, the built-in one first. */
export const engines = (vendors: readonly Vendor[]): readonly Vendor[] =>
  vendors.filter(({ setting }) => !setting.needsKey).toSorted((a, b) => Number(isBuiltIn(b)) - Number(isBuiltIn(a)));

/** The engine that is part of the server: it has no address and nothing can be wrong with it. */
export const isBuiltIn = ({ setting }: Pick<Vendor, 'setting'>): boolean =>
  setting.keyless && !setting.takesKey && setting.usualBaseUrl === null;

/** How a vendor stands, as far as anybody has looked. */
export function stateOf({ setting }: Pick<Vendor, 'setting'>): VendorState {
  if (setting.needsKey && !setting.hasKey) return 'no-key';
  if (setting.testResult === null) return 'untested';
  return setting.testResult.ok ? 'works' : 'refused';
}

/** What a person has to do something about. */
export interface Needs {
  readonly models: number;
  readonly keys: number;
  readonly engines: number;
}

/** Counts what is wrong: models that are gone, keys that were refused, engines that do not answer. */
export function needsOf(vendors: readonly Vendor[], retired: readonly RetiredModel[]): Needs {
  const refused = vendors.filter((vendor) => stateOf(vendor) === 'refused');
  return {
    models: retired.filter(({ isRetired }) => isRetired).length,
    keys: refused.filter(({ setting }) => setting.needsKey).length,
    engines: refused.filter(({ setting }) => !setting.needsKey).length,
  };
}
