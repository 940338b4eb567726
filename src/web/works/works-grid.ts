/** The cards of works beside each other: two on a phone, five where there is room. */
export const worksGrid = 'grid grid-cols-2 gap-2.5 md:grid-cols-3 lg:grid-cols-4 xl:grid-cols-5';
