/** What a colour of a style guide looks like: `#rgb` or `#rrggbb`; apart from its schema, for who has none at hand. */
export const HEX_COLOUR = /^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/;
