import { AudioLines, Image, LayoutTemplate, type LucideIcon, Film, Type } from 'lucide-react';
import { type ComponentType, lazy } from 'react';

/** What can be laid into the film, by kind. */
export type PanelName = 'scenes' | 'text' | 'images' | 'audio' | 'templates';

interface Panel {
  readonly name: PanelName;
  readonly icon: LucideIcon;
  /** Loaded when it is first opened. */
  readonly Content: ComponentType;
}

/** Every panel of the library, in the order of its rail. */
export const panels: readonly Panel[] = [
  {
    name: 'scenes',
    icon: Film,
    Content: lazy(async () => ({ default: (await import('./scenes-panel.tsx')).ScenesPanel })),
  },
  { name: 'text', icon: Type, Content: lazy(async () => ({ default: (await import('./text-panel.tsx')).TextPanel })) },
  {
    name: 'images',
    icon: Image,
    Content: lazy(async () => ({ default: (await import('./images-panel.tsx')).ImagesPanel })),
  },
  {
    name: 'audio',
    icon: AudioLines,
    Content: lazy(async () => ({ default: (await import('./audio-panel.tsx')).AudioPanel })),
  },
  {
    name: 'templates',
    icon: LayoutTemplate,
    Content: lazy(async () => ({ default: (await import('./templates-panel.tsx')).TemplatesPanel })),
  },
];
