/** Where editors connect; the text's id follows inside the protocol. */
export const livePath = "/live/entwuerfe";
