/** Models as a list offers them. */
export const models = [
  { value: 'gemini-3.8-flash', label: 'gemini-3.8-flash', hint: 'under $0.01 a script' },
  { value: 'gemini-2.5-flash', label: 'gemini-2.5-flash', hint: 'switched off', disabled: true },
  { value: 'gen4.5', label: 'gen4.5', hint: '$0.12 a second' },
];
