import { Film, Pencil } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { ColourField } from '#web/ui/colour-field.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { Field } from '#web/ui/field.tsx';
import { FileDrop } from '#web/ui/file-drop.tsx';
import { NumberField } from '#web/ui/number-field.tsx';
import { RadioCards } from '#web/ui/radio-cards.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Slider } from '#web/ui/slider.tsx';
import { Switch } from '#web/ui/switch.tsx';
import { Tabs } from '#web/ui/tabs.tsx';
import { TagInput } from '#web/ui/tag-input.tsx';
import { TextArea } from '#web/ui/text-area.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { models } from './models.ts';

/** What can be typed and chosen, with what is held shown below as text. */
export function Choices() {
  const [held, setHeld] = useState({
    brief: 'A bottle that keeps tea hot.',
    lengthS: 30 as number | null,
    clips: 'gen4.5' as string | null,
    start: 'brief',
    filter: 'all',
    ask: true,
    some: false,
    paceS: 4.5,
    tags: ['text', 'logos'],
    palette: ['#2E6B5E', '#F2B33D'],
    words: '',
    tab: 'image',
    files: '',
  });
  const put =
    <K extends keyof typeof held>(key: K) =>
    (value: (typeof held)[K]) =>
      setHeld((before) => ({ ...before, [key]: value }));
  return (
    <>
      <Field label="For whom" optional hint="Who should see it.">
        <TextInput />
      </Field>
      <Field label="What to say" count={`${held.brief.length} of 2,000`}>
        <TextArea value={held.brief} onValueChange={put('brief')} maxRows={6} />
      </Field>
      <Field label="Length" error={held.lengthS !== null && held.lengthS < 9 ? 'At least 9 seconds.' : null}>
        <NumberField value={held.lengthS} onValueChange={put('lengthS')} min={3} max={600} unit="s" />
      </Field>
      <Field label="Clips">
        <Combobox value={held.clips} onValueChange={put('clips')} options={models} allowOther />
      </Field>
      <RadioCards
        label="Start from"
        value={held.start}
        onValueChange={put('start')}
        columns={2}
        options={[
          { value: 'brief', title: 'A brief', text: 'Your words become the script.', icon: Pencil },
          { value: 'reference', title: 'A reference video', text: 'Copy its pace.', icon: Film },
        ]}
      />
      <Segmented
        label="Filter"
        value={held.filter}
        onValueChange={put('filter')}
        options={[
          { value: 'all', label: 'All', count: 7 },
          { value: 'done', label: 'Done', count: 2 },
        ]}
      />
      <Switch label="Ask before anything is paid" checked={held.ask} onCheckedChange={put('ask')} />
      <Checkbox label="All scenes" mixed={!held.some} checked={held.some} onCheckedChange={put('some')} />
      <Slider label="Pace" value={held.paceS} onValueChange={put('paceS')} min={1} max={10} step={0.5} />
      <TagInput label="Keep out" value={held.tags} onValueChange={put('tags')} />
      <ColourField label="Palette" value={held.palette} onValueChange={put('palette')} />
      <SearchField label="Search projects" value={held.words} onValueChange={put('words')} />
      <FileDrop
        label="Add pictures"
        accept="image/*"
        multiple
        onFiles={(files) => put('files')(files.map(({ name }) => name).join())}
      >
        Drop pictures here
      </FileDrop>
      <Tabs
        label="Scene"
        value={held.tab}
        onValueChange={put('tab')}
        tabs={[
          { value: 'image', label: 'Image' },
          { value: 'video', label: 'Video' },
        ]}
      >
        The {held.tab}
      </Tabs>
      <pre data-testid="held" className="overflow-hidden text-11 whitespace-pre-wrap">
        {JSON.stringify(held)}
      </pre>
    </>
  );
}
