import { emailAddress, inviteFirstOperator } from "~/domains/accounts/index.server";
import { house } from "~/platform/actor";
import { houseAddress } from "~/platform/address.server";
import { now } from "~/platform/clock.server";
import { database } from "~/platform/database/client.server";
import { demoAccounts } from "~tests/factories/accounts";
import { inHouse } from "./database-commands.server";

/** `npm run demo:accounts`: the accounts of the demonstration as JSON (role, email, password, TOTP secret or null). */
export async function demoAccountsCommand(): Promise<number> {
	await inHouse(async () => console.log(JSON.stringify(await demoAccounts(database(), now()), null, "\t")));
	return 0;
}

/** `npm run accounts:first-operator -- ADDRESS`: prints the link with which the first operator sets up their account. */
export async function firstOperatorCommand([address = ""]: string[]): Promise<number> {
	const email = emailAddress.safeParse(address);
	if (!email.success) {
		console.error("Bitte eine E-Mail-Adresse angeben: npm run accounts:first-operator -- name@example.de");
		return 1;
	}
	return inHouse(async () => {
		const world = { db: database(), actor: house, now: now(), locale: "de" as const };
		const outcome = await inviteFirstOperator(world, { email: email.data });
		if (!outcome.done) {
			console.error("Es gibt schon eine Betreiberin oder einen Betreiber.");
			return 1;
		}
		console.log(`Bitte diese Adresse öffnen und das Konto einrichten: ${houseAddress(outcome.value.path)}`);
		return 0;
	});
}
