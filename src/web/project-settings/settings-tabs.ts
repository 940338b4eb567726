/** The parts of a project's settings, as they stand in an address. */
export const settingsTabs = ['general', 'style', 'prompts', 'knowledge', 'budget'] as const;
export type SettingsTab = (typeof settingsTabs)[number];
