import { Button } from "~/design/button";
import { CheckboxGroup, RadioGroup } from "~/design/choice-group";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useProblems } from "~/design/problems";
import { SearchField } from "~/design/search-field";
import { TextField } from "~/design/text-field";
import { strangersAmong } from "~/domains/organisations/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { actForm, addPartyForm, partyForm, signatoriesForm, signingPostForm } from "../../forms";
import { messages } from "../../messages";
import { addParty, enterSigningPost, nameSignatories, removeParty } from "../commands/edit-parties.server";
import { editingMessages } from "../editing-messages";
import { editingPage, organisationsNamed, signingPosts } from "../queries/editing-pages.server";
import { signingPostMessages } from "../signing-post-messages";
import { EditFrame } from "../ui/edit-frame";
import type { Route } from "./+types/edit-parties";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const { draft, points: _, ...page } = await editingPage(world, params);
	const query = new URL(request.url).searchParams;
	const name = query.get("q") ?? "";
	const posts = await signingPosts(
		world,
		draft.parties.map(({ organisation }) => organisation.id),
	);
	const strangers = await strangersAmong(
		world,
		draft.parties.map(({ organisation }) => organisation.id),
	);
	return {
		...page,
		name,
		found: await organisationsNamed(world, name),
		saved: query.has("saved"),
		parties: draft.parties.map(({ id, organisation, role, signatories }) => ({
			id,
			name: organisation.name,
			role,
			stranger: strangers.includes(organisation.id),
			chosen: signatories.map(({ postId }) => postId),
			posts: posts
				.filter((post) => post.organisationId === organisation.id)
				.map((post) => ({ value: post.id, label: post.label })),
		})),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { here, code } = await editingPage(world, params);
	const fields = await formFields(request);
	const { act } = actForm.parse({ act: fields.get("act") ?? "" });
	const back = onward(`${here}/parteien?saved`);
	if (act === "add") {
		const form = readFields(request, fields, addPartyForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await addParty(world, { code, ...form.value });
		return outcome.done ? back : again(form.typed, outcome.refusals);
	}
	if (act === "remove") {
		const form = readFields(request, fields, partyForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await removeParty(world, { code, ...form.value });
		return outcome.done ? back : again(form.typed, outcome.refusals);
	}
	if (act === "enter-post") {
		const form = readFields(request, fields, signingPostForm);
		if (!form.valid) return again({ ...form.typed, act }, form.refusals);
		const outcome = await enterSigningPost(world, { code, ...form.value });
		return outcome.done ? back : again({ ...form.typed, act }, outcome.refusals);
	}
	const form = readFields(request, fields, signatoriesForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await nameSignatories(world, { code, ...form.value });
	return outcome.done ? back : again(form.typed, outcome.refusals);
});

export default function EditParties({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(editingMessages);
	const say = useText(messages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed = actionData?.typed ?? {};
	const refusedParty = typed.partyId?.toString();
	const refusedForm = typed.act === "enter-post" ? "stelle" : "stellen";
	return (
		<EditFrame
			page={page}
			title={t("parties.title")}
			lead={t("parties.lead")}
			errors={problems.errors}
			form={refusedParty ? `${refusedForm}-${refusedParty}` : "partei"}
			saved={page.saved}
		>
			{page.parties.map(({ id, name, role, posts, chosen, stranger }, index) => (
				<Section key={id} title={`${index + 1}. ${name} (${say(`roles.${role}`)})`} id={`partei-${id}`}>
					{page.mayEdit && (
						<>
							{posts.length === 0 && !stranger && <p>{t("parties.noPosts")}</p>}
							{posts.length > 0 && (
								<Form id={`stellen-${id}`} hidden={{ act: "signatories", partyId: id }}>
									<CheckboxGroup
										name="postIds"
										label={t("parties.signatories", { party: name })}
										hint={t("parties.signatoriesHint")}
										values={chosen}
										choices={posts}
									/>
									<Button look="secondary" label={`${t("edit.save")}: ${name}`}>
										{t("edit.save")}
									</Button>
								</Form>
							)}
							{stranger && (
								<EnterPost
									party={id}
									name={name}
									typed={refusedForm === "stelle" && refusedParty === id ? typed.label?.toString() : undefined}
									error={refusedForm === "stelle" && refusedParty === id ? problems.at("label") : undefined}
								/>
							)}
							{role !== "lead" && (
								<Form inline id={`entfernen-${id}`} hidden={{ act: "remove", partyId: id }}>
									<Button look="tertiary" label={t("edit.removeOf", { name })}>
										{t("edit.remove")}
									</Button>
								</Form>
							)}
						</>
					)}
				</Section>
			))}
			{page.mayEdit && (
				<Section title={t("parties.add")} id="hinzufuegen">
					<SearchField action={`${page.here}/parteien`} value={page.name} label={t("parties.search")} />
					{page.name !== "" && page.found.length === 0 && <p>{t("parties.none")}</p>}
					{page.found.length > 0 && (
						<Form id="partei" hidden={{ act: "add" }}>
							<RadioGroup
								name="organisationId"
								label={t("parties.found")}
								value={typed.organisationId?.toString()}
								error={problems.at("organisationId")}
								choices={page.found.map(({ id, name }) => ({ value: id, label: name }))}
							/>
							<RadioGroup
								name="role"
								label={t("parties.role")}
								value={typed.role?.toString()}
								error={problems.at("role")}
								choices={(["cooperating", "implementing", "funder"] as const).map((role) => ({
									value: role,
									label: say(`roles.${role}`),
								}))}
							/>
							<Button>{t("parties.add")}</Button>
						</Form>
					)}
				</Section>
			)}
		</EditFrame>
	);
}

function EnterPost(props: { party: string; name: string; typed: string | undefined; error: string | undefined }) {
	const t = useText(signingPostMessages);
	return (
		<Form id={`stelle-${props.party}`} hidden={{ act: "enter-post", partyId: props.party }}>
			<p>{t("intro")}</p>
			<TextField name="label" label={t("label")} hint={t("hint")} value={props.typed} error={props.error} />
			<Button look="secondary" label={`${t("enter")}: ${props.name}`}>
				{t("enter")}
			</Button>
		</Form>
	);
}
