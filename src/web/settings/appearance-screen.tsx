import { MonitorCog, Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { chooseClock, CLOCKS, currentClock } from '../app/clock.ts';
import { formatTimeOfDay } from '../app/format.ts';
import { chooseLanguage, currentLanguage, LANGUAGES } from '../app/language.ts';
import { setSingleKeys, useSingleKeys } from '../app/single-keys.ts';
import { chooseTheme, THEMES, useTheme } from '../app/theme.ts';
import { useNow } from '../app/use-now.ts';
import { useMedia } from '../app/use-media.ts';
import { useStrings } from '../strings/catalogue.ts';
import { RadioCards } from '../ui/radio-cards.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Switch } from '../ui/switch.tsx';

const icons = { dark: Moon, light: Sun, system: MonitorCog };

/** How the app looks and speaks in this browser. */
export function AppearanceScreen() {
  const t = useStrings('appearance');
  const { theme } = useTheme();
  const { isOn } = useSingleKeys();
  const wantsLessMotion = useMedia('(prefers-reduced-motion: reduce)');
  const language = currentLanguage();
  const nowMs = useNow();
  return (
    <main id="content" className="grid w-full max-w-180 content-start gap-6 p-4 sm:p-7">
      <div>
        <h1 tabIndex={-1} className="text-23">
          {t.title(t.theme[theme], LANGUAGES.find(({ id }) => id === language)?.name ?? '')}
        </h1>
        <p className="text-13 text-ink2">{t.lead}</p>
      </div>
      <Part title={t.themeTitle}>
        <RadioCards
          label={t.themeTitle}
          hideLabel
          columns={3}
          value={theme}
          onValueChange={chooseTheme}
          options={THEMES.map((one) => ({
            value: one,
            title: t.theme[one],
            text: t.themeText[one],
            icon: icons[one],
          }))}
        />
      </Part>
      <Part title={t.languageTitle} text={t.languageText}>
        <Segmented
          label={t.languageTitle}
          value={language}
          onValueChange={chooseLanguage}
          options={LANGUAGES.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Part>
      <Part title={t.clockTitle} text={t.clockNow(formatTimeOfDay(nowMs))}>
        <Segmented
          label={t.clockTitle}
          value={currentClock()}
          onValueChange={chooseClock}
          options={CLOCKS.map((clock) => ({ value: clock, label: t.clock[clock] }))}
        />
      </Part>
      <Part title={t.motionTitle} text={wantsLessMotion ? t.motionOff : t.motionOn} />
      <Part title={t.keysTitle} text={t.keysText}>
        <Switch label={t.keysSwitch} checked={isOn} onCheckedChange={setSingleKeys} />
      </Part>
    </main>
  );
}

interface PartProps {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

function Part({ title, text, children }: PartProps) {
  return (
    <section className="grid gap-3 rounded-10 bg-panel p-4">
      <div>
        <h2 className="text-13">{title}</h2>
        {text && <p className="text-13 text-ink2">{text}</p>}
      </div>
      {children}
    </section>
  );
}
