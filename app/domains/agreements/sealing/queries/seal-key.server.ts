import { personNames } from "~/domains/accounts/index.server";
import { isOperator } from "~/platform/actor";
import { demand } from "~/platform/policy";
import { sealFile } from "~/platform/sealing/seal.server";
import { readSetting } from "~/platform/settings.server";
import type { View } from "~/platform/world.server";
import { houseCertificates, keyChange, keyChangeSetting, sealOrNone } from "./house-seal.server";

/** What runs the installation knows of the key of the seal: whether it is there, what waits for it, what it was before. */
export async function sealKeyPage(view: View) {
	demand(isOperator, view.actor, null);
	const seal = await sealOrNone(view.db);
	const change = await readSetting(view.db, keyChangeSetting, keyChange);
	const names = await personNames(view, change ? [change.byId] : []);
	return {
		missing: seal === null,
		file: sealFile,
		validTo: seal?.certificate.validToDate.toISOString() ?? null,
		waiting: await view.db.agreementSealing.count(),
		certificates: await houseCertificates(view.db),
		change: change && { at: change.at, by: (change.byId && names.get(change.byId)) ?? null, reason: change.reason },
	};
}

/** Whether the operator has to do something about the key. Nobody else is asked. */
export async function keyIsMissing(view: View): Promise<boolean> {
	return isOperator(view.actor) && (await sealOrNone(view.db)) === null;
}
