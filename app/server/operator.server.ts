import { z } from "zod";
import { command } from "~/platform/act.server";
import { isOperator } from "~/platform/actor";
import { houseChain } from "~/platform/audit.server";
import { done } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { readSetting, writeSetting } from "~/platform/settings.server";
import type { View } from "~/platform/world.server";

/** Who answers for this installation: shown in the footer, the imprint and the privacy page. */
export const operatorDetails = z.object({
	name: z.string().trim().min(1, "name-missing").max(200, "too-long"),
	address: z.string().trim().min(1, "address-missing").max(500, "too-long"),
	represented: z.string().trim().max(200, "too-long"),
	phone: z
		.string()
		.trim()
		.regex(/^[+0-9][0-9 /()-]{4,30}$/, "phone-wrong"),
	phoneHours: z.string().trim().max(100, "too-long"),
	email: z.email("email-wrong"),
	dataProtection: z.string().trim().min(1, "data-protection-missing").max(500, "too-long"),
	supervision: z.string().trim().min(1, "supervision-missing").max(500, "too-long"),
});

export type OperatorDetails = z.infer<typeof operatorDetails>;

const key = "operator";

/** The operator's details, or null as long as nobody has entered them. */
export function readOperator(view: Pick<View, "db">): Promise<OperatorDetails | null> {
	return readSetting(view.db, key, operatorDetails);
}

/** Enters who answers for the installation. Only the operator and the house itself (the demonstration) may. */
export const setOperator = command("house.set-operator", async (world, details: OperatorDetails) => {
	demand((actor) => actor.kind === "house" || isOperator(actor), world.actor, null);
	await writeSetting(world.db, key, details);
	world.record({ type: "house.operator.named", subject: { kind: "house", id: houseChain }, ownerId: null });
	return done(null);
});
