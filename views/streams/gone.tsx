/** Takes the element with this id off every page: whoever gets it may not know more than that it is not theirs. */
export const Gone = ({ id }: { id: string }) => <div id={id} data-gone="" hidden />;
