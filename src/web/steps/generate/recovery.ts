/** The one thing that helps most with a failure. */
export type Recovery = 'again' | 'key' | 'engine' | 'prompt' | 'budget';

const byCode: Readonly<Record<string, Recovery>> = {
  provider_invalid_key: 'key',
  provider_key_missing: 'key',
  provider_quota: 'engine',
  model_missing: 'engine',
  unknown_model: 'engine',
  unknown_provider: 'engine',
  provider_moderated: 'prompt',
  provider_invalid_input: 'prompt',
  budget_exceeded: 'budget',
  price_unknown: 'budget',
};

/** What to offer for a problem's code; once more, where nothing else is known to help. */
export const recoveryOf = (code: string): Recovery => byCode[code] ?? 'again';
