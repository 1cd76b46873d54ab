import { PDF } from "@libpdf/core";

/** How many pages a PDF of our own has. */
export async function pagesOf(pdf: Uint8Array): Promise<number> {
	return (await PDF.load(pdf)).getPageCount();
}
