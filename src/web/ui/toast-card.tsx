import { Check, OctagonAlert, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStrings } from '../strings/catalogue.ts';
import { iconButtonLooks } from './button-looks.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { Glyph } from './glyph.tsx';
import { closeToast, type ShownToast } from './toast.ts';

const againMs = 2_000;

/** One message; it goes by itself once nobody looks at it or holds it. */
export function ToastCard({ message }: { readonly message: ShownToast }) {
  const { id, title, text, tone = 'plain', undo, action, staysMs } = message;
  const t = useStrings('kit');
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (staysMs === null) return undefined;
    const leave = () => {
      const isLookedAt = document.hidden || card.current?.matches(':hover, :focus-within');
      if (isLookedAt) timer = setTimeout(leave, againMs);
      else closeToast(id);
    };
    let timer = setTimeout(leave, staysMs);
    return () => clearTimeout(timer);
  }, [id, staysMs]);
  const act = (run: () => unknown) => {
    closeToast(id);
    void run();
  };
  return (
    <li
      ref={card}
      className={classes(
        'pointer-events-auto flex items-start gap-2.5 rounded-10 border bg-raise p-3 text-13 shadow-float',
        'transition-[opacity,translate] duration-150 ease-state starting:translate-y-2 starting:opacity-0',
        tone === 'error' ? 'border-err' : 'border-line2',
      )}
    >
      {tone === 'error' && <Glyph icon={OctagonAlert} className="mt-px text-err-text" />}
      {tone === 'done' && <Glyph icon={Check} className="mt-px text-done-text" />}
      <div className="min-w-0 grow">
        <p className="font-medium text-ink">{title}</p>
        {text && <p className="mt-0.5 text-12 text-ink2">{text}</p>}
      </div>
      {undo && (
        <Button size="sm" className="-my-1" onClick={() => act(undo)}>
          {t.undo}
        </Button>
      )}
      {action && (
        <Button size="sm" className="-my-1" icon={action.icon} onClick={() => act(action.onSelect)}>
          {action.label}
        </Button>
      )}
      <button
        type="button"
        aria-label={t.dismiss}
        onClick={() => closeToast(id)}
        className={classes(iconButtonLooks({ size: 'sm' }), '-my-1.5 -me-1.5')}
      >
        <Glyph icon={X} />
      </button>
    </li>
  );
}
