import { z } from "zod";
import { NotFound } from "~/platform/outcome";

/** An id out of an address. @throws NotFound for what cannot be one, so that the database is never asked for it */
export function givenId(text: string): string {
	if (!z.uuid().safeParse(text).success) throw new NotFound();
	return text;
}
