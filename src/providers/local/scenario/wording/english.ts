import type { Wording } from './wording.ts';

/** English sentences of the director. */
export const english: Wording = {
  locale: 'en',
  hooks: {
    blank: [
      'It starts with a small idea.',
      'Here is a thought.',
      'Look at this for a moment.',
      'Some ideas just click.',
    ],
    saas: [
      'How was your Monday?',
      'Still doing this by hand?',
      'Where did the afternoon go?',
      'One tab fewer. Imagine.',
    ],
    news: ['What happened, in short.', 'Here is what we know.', 'The story so far.'],
    social: ['Wait for it.', 'Okay, you need to see this.', 'Save this one for later.', 'Tell me I am wrong.'],
    ecommerce: [
      'Some things deserve a closer look.',
      'It is the little things.',
      'Go on, take a closer look.',
      'Hello, new favourite.',
    ],
    educational: [
      'Have you ever wondered?',
      'Here is a good question.',
      'Let us look at it closely.',
      'Ready to find out?',
    ],
  },
  introductions: ['Meet {name}.', 'This is {name}.', 'Say hello to {name}.', 'Here comes {name}.'],
  audience: ['For {audience}.', '{audience}, this one is for you.'],
  closings: ['{name}.', 'Your turn, {name}.', 'That is {name}.', 'Remember {name}.'],
  namelessClosings: {
    blank: ['That is the idea.', 'Now it is your turn.'],
    saas: ['Back to the work that matters.', 'That is all there is to it.'],
    news: ['More as it develops.', 'That is what we know.'],
    social: ['See you there?', 'Your turn.'],
    ecommerce: ['See it for yourself.', 'Worth a closer look.'],
    educational: ['Now you know.', 'Keep asking.'],
  },
  actions: {
    blank: ['Find out more', 'See for yourself'],
    saas: ['See how it works', 'Take a look inside', 'Try it yourself'],
    news: ['Follow the story', 'Read the full story'],
    social: ['Tell a friend', 'Save this for later', 'Share it'],
    ecommerce: ['Take a closer look', 'See it for yourself', 'Find yours'],
    educational: ['Try it yourself', 'Keep exploring', 'Find out more'],
  },
};
