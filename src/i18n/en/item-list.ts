export const itemList = {};
