import type { Wording } from './wording.ts';

/** English sentences of the director. */
export const english: Wording = {
  locale: 'en',
  hooks: {
    blank: ['It starts with something small.', 'Look at this for a moment.', 'Some things just click.'],
    saas: [
      'How was your Monday?',
      'Still doing this by hand?',
      'Where did the afternoon go?',
      'There has to be a better way.',
    ],
    news: ['What happened, in short.', 'Here is what we know.', 'The story so far.'],
    social: ['Wait for it.', 'Okay, you need to see this.', 'Stop. Look at this.'],
    ecommerce: [
      'Some things deserve a closer look.',
      'It is the little things.',
      'Good things are worth a second look.',
      'Hello, new favourite.',
    ],
    educational: [
      'Ever wondered about {name}?',
      'Here is a good question.',
      'Let us look at it closely.',
      'Ready to find out?',
    ],
  },
  introductions: {
    blank: ['Meet {name}.', 'This is {name}.', 'Say hello to {name}.', 'Here comes {name}.'],
    news: ['{name}: the facts.', 'In the news: {name}.'],
    educational: ['Today: {name}.', '{name}, step by step.', 'Let us talk about {name}.'],
  },
  audience: ['For {audience}.', '{audience}, this one is for you.'],
  asides: {
    blank: ['Look closer.', 'Simple as that.', 'Take your time.'],
    saas: ['One thing at a time.', 'And breathe.', 'Simple as that.'],
    news: [],
    social: ['See?', 'Just like that.', 'And there is more.'],
    ecommerce: ['Look closer.', 'Take it in.', 'Day after day.'],
    educational: ['Look closely.', 'Step by step.', 'Now put it together.'],
  },
  closings: {
    blank: ['{name}.', 'That is {name}.', 'Remember {name}.'],
    news: ['{name}: more to come.', 'More on {name} as it develops.'],
    educational: ['{name}, explained.', 'So that is {name}.'],
  },
  namelessClosings: {
    blank: ['Now it is your turn.', 'That is all it takes.'],
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
