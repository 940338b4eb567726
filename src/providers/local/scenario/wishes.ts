/** What the keyless director can follow of what is asked for in words. */
export interface Wishes {
  readonly words: 'none' | 'shorter' | 'longer' | null;
  readonly movement: 'more' | 'calmer' | null;
}

const patterns = {
  none: /\b(?:no|without|remove(?: the)?|drop(?: the)?) (?:any )?(?:text|words?|captions?|titles?|writing)\b|\b(?:text|word)less\b|yazısız|metinsiz|(?:yazı|metin|söz) olmasın/iu,
  shorter: /\b(?:shorter|shorten|briefer|fewer words|less text|more concise|tighter)\b|(?:daha )?kısa(?:lt|\b)/iu,
  longer: /\b(?:longer|more words|more text|more detail(?:ed)?)\b|daha uzun|uzat/iu,
  more: /\bmore (?:camera )?(?:movement|motion|action|dynamic|energy|energetic|lively)\b|\b(?:livel(?:y|ier)|dynamic|faster|energetic|quicker)\b|hareketli|daha (?:canlı|hızlı|dinamik)/iu,
  calmer:
    /\b(?:calm(?:er)?|slower|quiet(?:er)?|gentl(?:e|er)|stiller|steadier|less (?:camera )?(?:movement|motion))\b|sakin|daha (?:yavaş|durgun)/iu,
} as const;

/** Reads an ask, in English or Turkish; what it does not know is not in it. */
export function wishesIn(ask: string): Wishes {
  const says = (wish: keyof typeof patterns): boolean => patterns[wish].test(ask);
  return {
    words: says('none') ? 'none' : says('shorter') ? 'shorter' : says('longer') ? 'longer' : null,
    movement: says('calmer') ? 'calmer' : says('more') ? 'more' : null,
  };
}
