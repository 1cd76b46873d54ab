import { sealOfHouse } from "~/domains/agreements/index.server";
import { database } from "~/platform/database/client.server";
import { log } from "~/platform/log.server";
import { houseSeal, SealKeyMissing } from "~/platform/sealing/seal.server";

/**
 * Opens the key of the seal before anything else starts, so that a wrong configuration is said at once. Whether one of our own
 * may be made only the database knows.
 * @throws StartRefusal
 */
export async function checkGivenSeal(): Promise<void> {
	await houseSeal(async () => false).catch((error: unknown) => {
		if (!(error instanceof SealKeyMissing)) throw error;
	});
}

/**
 * Makes the house's own key at the first start. When it is gone the house serves on without sealing, and says so here, in
 * the log, and under /betrieb/pruefvermerk.
 */
export async function checkOwnSeal(): Promise<void> {
	try {
		await sealOfHouse(database());
	} catch (error) {
		if (!(error instanceof SealKeyMissing)) throw error;
		log.error({ file: error.file }, "the key of the seal is missing: nothing is sealed");
		console.error(error.message);
	}
}
