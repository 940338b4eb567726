import { Link } from '@tanstack/react-router';
import { BookOpen, MessageSquareText, Palette, SlidersHorizontal, Wallet } from 'lucide-react';
import { ProjectTabs } from '../pieces/project-tabs.tsx';
import { useStrings } from '../strings/catalogue.ts';
import { Glyph, type Icon } from '../ui/glyph.tsx';
import { BudgetTab } from './budget-tab.tsx';
import { GeneralTab } from './general-tab.tsx';
import { KnowledgeTab } from './knowledge-tab.tsx';
import { projectSettingsRoute } from './project-settings-route.ts';
import { PromptsTab } from './prompts-tab.tsx';
import { settingsTabs, type SettingsTab } from './settings-tabs.ts';
import { StyleTab } from './style-tab.tsx';

const icons: Readonly<Record<SettingsTab, Icon>> = {
  general: SlidersHorizontal,
  style: Palette,
  prompts: MessageSquareText,
  knowledge: BookOpen,
  budget: Wallet,
};

const tabs = { general: GeneralTab, style: StyleTab, prompts: PromptsTab, knowledge: KnowledgeTab, budget: BudgetTab };

/** What the works of a project have in common; all of it is saved as it is written. */
export function ProjectSettingsScreen() {
  const t = useStrings('projectSettings');
  const { projectId, tab } = projectSettingsRoute.useParams();
  const Tab = tabs[tab];
  return (
    <>
      <ProjectTabs projectId={projectId} />
      <div className="flex min-w-0 grow flex-col lg:flex-row">
        <nav
          aria-label={t.parts}
          className="scroll-quiet flex shrink-0 gap-1 overflow-x-auto border-line p-2 max-lg:border-b lg:w-48 lg:flex-col lg:border-e"
        >
          {settingsTabs.map((name) => (
            <Link
              key={name}
              to="/p/$projectId/settings/$tab"
              params={{ projectId, tab: name }}
              className="flex min-h-8 shrink-0 items-center gap-3 rounded-6 px-2.5 text-13 text-ink2 no-underline hover:text-ink touch:min-h-11 aria-[current=page]:bg-lift aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:inset-ring aria-[current=page]:inset-ring-line2 light:aria-[current=page]:bg-raise"
            >
              <Glyph icon={icons[name]} className="max-sm:hidden" />
              {t.tabs[name]}
            </Link>
          ))}
        </nav>
        <main id="content" className="min-w-0 grow px-4 pt-6 pb-16 sm:px-7">
          <Tab key={projectId} projectId={projectId} />
        </main>
      </div>
    </>
  );
}
