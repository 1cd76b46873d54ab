import { buffer } from "node:stream/consumers";
import { storage } from "../storage.server";

/**
 * The bytes of a file, for the house's own work: sealing, sending along with a mail. Whoever calls has asked who may have
 * them. @throws NotFound when it does not lie on the disk
 */
export async function contentOf(fileId: string): Promise<Buffer> {
	const { stream } = await storage().open(fileId);
	return buffer(stream);
}
