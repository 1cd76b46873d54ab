import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, guest, type Role } from "~/platform/actor";
import { daysFrom, today } from "~/platform/calendar.server";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { actingAs, person } from "~tests/factories/accounts";
import { holder, municipality, post } from "~tests/factories/organisations";
import { must } from "~tests/factories/outcome";
import { freshDatabase } from "~tests/support/database";
import { operatorsOf } from "../queries/operators.server";
import { roleTargets } from "../queries/role-targets.server";
import { giveRoleHere } from "./give-role-here.server";
import { revokeInvitation } from "./invite.server";
import { inviteOperator } from "./operators.server";
import { endRole } from "./roles.server";

let world: World;
let day: Date;
let made = 0;
const by = (actor: Actor): World => ({ ...world, actor });
const codes = (outcome: { done: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);

async function someone(role: Role, ownerId: string | null): Promise<Actor & { kind: "person" }> {
	made += 1;
	const scope = ownerId ? ({ kind: "organisation", id: ownerId } as const) : ({ kind: "platform" } as const);
	const wanted = { displayName: `P${made}`, email: `p${made}@test.example`, password: null };
	const { personId } = await person(world, { ...wanted, roles: [{ role, scope, ownerId }] });
	return actingAs(world, personId);
}

beforeAll(async () => {
	const { db } = await freshDatabase();
	world = { db, actor: guest, now: new Date("2026-11-21T12:00:00Z"), locale: "de" };
	day = today(world.now);
});

describe("a role in an organisation", () => {
	test("is given to a person whom it knows and to a post, for a period, by its admin after a step-up", async () => {
		const [town, other] = [
			await municipality(world, { name: "Mayen" }),
			await municipality(world, { name: "Kottenheim" }),
		];
		const admin = await someone("organisation-admin", town);
		const postId = await post(world, { organisationId: town, label: "Bauamt" });
		const held = await holder(world, { postId, holder: { givenName: "Anna", familyName: "Bauer" } });
		const foreignPost = await post(world, { organisationId: other, label: "Fremd" });
		const stranger = await someone("organisation-admin", other);
		const giving = { organisationId: town, role: "moderator", validFrom: day, validUntil: null } as const;
		const targets = await roleTargets(by(admin), town);
		expect(targets.posts).toMatchObject([{ id: postId, holder: "Anna Bauer" }]);
		expect(targets.people.map(({ id }) => id)).toEqual([held.personId]);

		await expect(giveRoleHere(by(stranger), { ...giving, to: { postId } })).rejects.toThrow(Forbidden);
		await expect(giveRoleHere(by({ ...admin, steppedUpAt: null }), { ...giving, to: { postId } })).rejects.toThrow(
			new SignInNeeded("step-up"),
		);
		for (const to of [{ personId: stranger.personId }, { postId: foreignPost }]) {
			expect(codes(await giveRoleHere(by(admin), { ...giving, to }))).toEqual(["target-unknown"]);
		}
		expect(await giveRoleHere(by(admin), { ...giving, to: { postId }, validUntil: day })).toMatchObject({
			refusals: [{ code: "period-empty", field: "lastDay" }],
		});
		expect(await world.db.roleGrant.count({ where: { ownerId: town, role: "moderator" } })).toBe(0);

		const outcomes = await Promise.all([1, 2].map(() => giveRoleHere(by(admin), { ...giving, to: { postId } })));
		expect(outcomes.map(codes)).toEqual(expect.arrayContaining([undefined, ["already-granted"]]));
		const { personId } = held;
		const until = daysFrom(day, 30);
		must(await giveRoleHere(by(admin), { ...giving, role: "staff", to: { personId }, validUntil: until }));
		expect(
			await world.db.roleGrant.findMany({ where: { ownerId: town, role: { in: ["moderator", "staff"] } } }),
		).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ postId, personId: null, validUntil: null }),
				expect.objectContaining({ postId: null, personId, validUntil: until }),
			]),
		);
	});

	test("of the last admin does not end while the others cannot sign in", async () => {
		const town = await municipality(world, { name: "Polch" });
		const admin = await someone("organisation-admin", town);
		const postId = await post(world, { organisationId: town, label: "Leitung" });
		const giving = { organisationId: town, role: "organisation-admin", validFrom: day, validUntil: null } as const;
		must(await giveRoleHere(by(admin), { ...giving, to: { postId } }));
		await holder(world, { postId, holder: { givenName: "Ohne", familyName: "Konto" } });
		const own = await world.db.roleGrant.findFirstOrThrow({ where: { ownerId: town, personId: admin.personId } });
		const end = () => endRole(by(admin), { grantId: own.id, ownerId: town });
		expect(codes(await end())).toEqual(["last-admin"]);
		await someone("organisation-admin", town);
		expect((await end()).done).toBe(true);
	});
});

describe("the operators", () => {
	test("invite another one, see it, and take it back; nobody else does", async () => {
		const operator = await someone("operator", null);
		const admin = await someone("organisation-admin", await municipality(world, { name: "Nickenich" }));
		const input = { email: "neu@test.example", givenName: "Neu", familyName: "Hier" };
		await expect(operatorsOf(by(admin))).rejects.toThrow(Forbidden);
		await expect(inviteOperator(by(admin), input)).rejects.toThrow(Forbidden);
		await expect(inviteOperator(by({ ...operator, steppedUpAt: null }), input)).rejects.toThrow(SignInNeeded);
		expect(await world.db.mail.count()).toBe(0);
		const outcomes = await Promise.all([1, 2].map(() => inviteOperator(by(operator), input)));
		expect(outcomes.map(codes)).toEqual(expect.arrayContaining([undefined, ["already-invited"]]));
		expect(await world.db.mail.count()).toBe(1);
		const { operators, invitations } = await operatorsOf(by(operator));
		expect(operators).toMatchObject([{ self: true }]);
		const [invitation] = invitations;
		if (!invitation) throw new Error("no invitation");
		const revoking = { invitationId: invitation.id, organisationId: null };
		await expect(revokeInvitation(by(admin), revoking)).rejects.toThrow(Forbidden);
		await revokeInvitation(by(operator), revoking);
		expect((await operatorsOf(by(operator))).invitations).toEqual([]);
		await expect(revokeInvitation(by(operator), revoking)).rejects.toThrow(NotFound);
	});

	test("end each other's role, at once as well, but never the last one's", async () => {
		await world.db.roleGrant.deleteMany({ where: { role: "operator" } });
		const [one, two] = [await someone("operator", null), await someone("operator", null)];
		const grantOf = ({ personId }: { personId: string }) =>
			world.db.roleGrant.findFirstOrThrow({ where: { personId, role: "operator" } });
		const [first, second] = [await grantOf(one), await grantOf(two)];
		const outcomes = await Promise.all([
			endRole(by(one), { grantId: second.id, ownerId: null }),
			endRole(by(two), { grantId: first.id, ownerId: null }),
		]);
		expect(outcomes.map(codes)).toEqual(expect.arrayContaining([undefined, ["last-operator"]]));
		const { operators } = await operatorsOf(by(outcomes[0]?.done ? one : two));
		expect(operators).toHaveLength(1);
	});
});
