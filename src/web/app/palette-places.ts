import { useQuery } from '@tanstack/react-query';
import type { useNavigate } from '@tanstack/react-router';
import {
  Clapperboard,
  CreditCard,
  FolderOpen,
  Image,
  KeyRound,
  LayoutGrid,
  LayoutTemplate,
  Palette as PaletteIcon,
  Plug,
  SlidersHorizontal,
  Trash2,
  UserRound,
} from 'lucide-react';
import { keys } from '../queries/keys.ts';
import { STEPS } from '../pieces/step-states.ts';
import { useStrings } from '../strings/catalogue.ts';
import { client } from './api.ts';
import type { Command } from './commands.ts';

interface Here {
  readonly projectId: string;
  readonly workId: string;
  readonly navigate: ReturnType<typeof useNavigate>;
}

/** Where one can go: the steps of the open work, the pages, every project and the works of the open one. */
export function usePlaces({ projectId, workId, navigate }: Here): {
  readonly steps: readonly Command[];
  readonly pages: readonly Command[];
  readonly projects: readonly Command[];
} {
  const t = useStrings('shell');
  const projects = useQuery({ queryKey: [...keys.projects, 'names'], queryFn: () => client.listProjects({}) });
  const works = useQuery({
    queryKey: [...keys.works(projectId), 'names'],
    queryFn: () => client.listWorks({ projectId }),
    enabled: projectId !== '',
  });
  const go = (to: () => Promise<void>) => (): void => void to();

  const steps = STEPS.map((step, index) => ({
    id: `step-${step}`,
    label: `${index + 1} ${t.step[step]}`,
    icon: Clapperboard,
    run: go(() => navigate({ to: `/p/$projectId/w/$workId/${step}`, params: { projectId, workId } })),
  }));
  const ofProject: readonly Command[] = [
    {
      id: 'works',
      label: t.goWorks,
      icon: LayoutGrid,
      run: go(() => navigate({ to: '/p/$projectId', params: { projectId } })),
    },
    {
      id: 'assets',
      label: t.goAssets,
      icon: Image,
      run: go(() => navigate({ to: '/p/$projectId/assets', params: { projectId } })),
    },
    {
      id: 'templates',
      label: t.goTemplates,
      icon: LayoutTemplate,
      run: go(() => navigate({ to: '/p/$projectId/templates', params: { projectId } })),
    },
    {
      id: 'project-settings',
      label: t.goProjectSettings,
      icon: SlidersHorizontal,
      run: go(() => navigate({ to: '/p/$projectId/settings/$tab', params: { projectId, tab: 'general' } })),
    },
  ];
  const pages: readonly Command[] = [
    { id: 'projects', label: t.projects, icon: FolderOpen, run: go(() => navigate({ to: '/projects' })) },
    ...(projectId === '' ? [] : ofProject),
    { id: 'providers', label: t.goProviders, icon: Plug, run: go(() => navigate({ to: '/settings/providers' })) },
    { id: 'tokens', label: t.goTokens, icon: KeyRound, run: go(() => navigate({ to: '/settings/tokens' })) },
    { id: 'spend', label: t.goSpend, icon: CreditCard, run: go(() => navigate({ to: '/settings/spend' })) },
    { id: 'account', label: t.goAccount, icon: UserRound, run: go(() => navigate({ to: '/settings/account' })) },
    {
      id: 'appearance',
      label: t.goAppearance,
      icon: PaletteIcon,
      run: go(() => navigate({ to: '/settings/appearance' })),
    },
    { id: 'trash', label: t.trash, icon: Trash2, run: go(() => navigate({ to: '/trash' })) },
  ];
  return {
    steps: workId === '' ? [] : steps,
    pages,
    projects: [
      ...(works.data ?? []).map((work) => ({
        id: work.id,
        label: work.name,
        icon: Clapperboard,
        run: go(() =>
          navigate({ to: '/p/$projectId/w/$workId/generate', params: { projectId: work.projectId, workId: work.id } }),
        ),
      })),
      ...(projects.data ?? []).map((project) => ({
        id: project.id,
        label: project.name,
        icon: FolderOpen,
        run: go(() => navigate({ to: '/p/$projectId', params: { projectId: project.id } })),
      })),
    ],
  };
}
