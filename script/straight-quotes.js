// As `app/src/domain/straight_quotes.rs`.
export const withStraightQuotes = (text) => text.replace(/[\u2018-\u201b\u02bc]/g, "'").replace(/[\u201c-\u201f]/g, '"')
