import type { enAccount } from './en/account.ts';
import type { enAccounts } from './en/accounts.ts';
import type { enAnalyze } from './en/analyze.ts';
import type { enAppearance } from './en/appearance.ts';
import type { enAssets } from './en/assets.ts';
import type { enFirstRun } from './en/first-run.ts';
import type { enEditor } from './en/editor.ts';
import type { enGenerate } from './en/generate.ts';
import type { enInit } from './en/init.ts';
import type { enKit } from './en/kit.ts';
import type { enPreview } from './en/preview.ts';
import type { enProjectSettings } from './en/project-settings.ts';
import type { enProject } from './en/project.ts';
import type { enProjects } from './en/projects.ts';
import type { enProviders } from './en/providers.ts';
import type { enScenario } from './en/scenario.ts';
import type { enScenePanel } from './en/scene-panel.ts';
import type { enShell } from './en/shell.ts';
import type { enSpend } from './en/spend.ts';
import type { enTokens } from './en/tokens.ts';
import type { enTrash } from './en/trash.ts';
import type { enTimeline } from './en/timeline.ts';
import type { enStage } from './en/stage.ts';
import type { enInspector } from './en/inspector.ts';
import type { enSound } from './en/sound.ts';
import type { enTemplates } from './en/templates.ts';
import type { enExports } from './en/exports.ts';
import type { enWorks } from './en/works.ts';

/**
 * Every area of the catalogue, typed by its English words. `strings/en/<area>.ts` exports one object, `strings/tr/<area>.ts`
 * the same keys; the file's name is the area's in kebab-case.
 */
export interface Catalogue {
  readonly account: Words<typeof enAccount>;
  readonly accounts: Words<typeof enAccounts>;
  readonly analyze: Words<typeof enAnalyze>;
  readonly appearance: Words<typeof enAppearance>;
  readonly assets: Words<typeof enAssets>;
  readonly firstRun: Words<typeof enFirstRun>;
  readonly editor: Words<typeof enEditor>;
  readonly generate: Words<typeof enGenerate>;
  readonly init: Words<typeof enInit>;
  readonly kit: Words<typeof enKit>;
  readonly preview: Words<typeof enPreview>;
  readonly projectSettings: Words<typeof enProjectSettings>;
  readonly project: Words<typeof enProject>;
  readonly projects: Words<typeof enProjects>;
  readonly providers: Words<typeof enProviders>;
  readonly scenario: Words<typeof enScenario>;
  readonly scenePanel: Words<typeof enScenePanel>;
  readonly shell: Words<typeof enShell>;
  readonly spend: Words<typeof enSpend>;
  readonly tokens: Words<typeof enTokens>;
  readonly trash: Words<typeof enTrash>;
  readonly timeline: Words<typeof enTimeline>;
  readonly stage: Words<typeof enStage>;
  readonly inspector: Words<typeof enInspector>;
  readonly sound: Words<typeof enSound>;
  readonly templates: Words<typeof enTemplates>;
  readonly exports: Words<typeof enExports>;
  readonly works: Words<typeof enWorks>;
}

/** The same keys in any language: a text for a text, a function of the same things for a function. */
type Words<W> = {
  readonly [K in keyof W]: W[K] extends string
    ? string
    : W[K] extends (...given: infer G) => string
      ? (...given: G) => string
      : Words<W[K]>;
};
