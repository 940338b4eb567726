import { Volume1, Volume2, VolumeX } from 'lucide-react';
import { formatShare } from '../../app/format.ts';
import { useStrings } from '../../strings/catalogue.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Slider } from '../../ui/slider.tsx';
import { Switch } from '../../ui/switch.tsx';
import { playback, usePlayback } from '../preview/playback.ts';

const LOUD = 0.5;

/** How loud the film is here, which is no part of it. */
export function Monitor() {
  const t = useStrings('preview');
  const volume = usePlayback((now) => now.volume);
  const isMuted = usePlayback((now) => now.isMuted);
  const icon = isMuted || volume === 0 ? VolumeX : volume < LOUD ? Volume1 : Volume2;
  return (
    <Popover label={t.monitor} trigger={<IconButton icon={icon} label={t.monitor} size="sm" />}>
      <div className="grid w-56 gap-3">
        <Slider
          label={t.volume}
          min={0}
          max={1}
          step={0.05}
          value={volume}
          valueText={formatShare(volume)}
          onValueChange={(next) => playback.setMonitor({ volume: next, isMuted: false })}
        />
        <Switch
          label={t.mute}
          checked={isMuted}
          onCheckedChange={(next: boolean) => playback.setMonitor({ isMuted: next })}
        />
        <p className="text-12 text-ink2">{t.monitorText}</p>
      </div>
    </Popover>
  );
}
