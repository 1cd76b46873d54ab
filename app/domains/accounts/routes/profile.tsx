import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields, type Typed } from "~/platform/http/forms.server";
import { localeCookie } from "~/platform/http/locale.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as accountMessages } from "../account-messages";
import { askForNewEmail, changeProfile } from "../commands/change-account.server";
import { actForm, emailForm, profileForm } from "../forms";
import { messages } from "../messages";
import { myAccount } from "../queries/account.server";
import { AccountTabs } from "../ui/account-tabs";
import { visitorOf } from "../visitor.server";
import type { Route } from "./+types/profile";

export const loader = conduct(async ({ world, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const notice = query.has("gespeichert") ? "saved" : query.has("geschickt") ? "emailSent" : null;
	return { account: await myAccount(world), notice } as const;
});

export const action = conduct(async ({ world, request, context }: Route.ActionArgs & { world: World }) => {
	const fields = await formFields(request);
	const act = actForm.parse({ act: fields.get("act") ?? "" }).act;
	if (act === "email") {
		const form = readFields(request, fields, emailForm);
		if (!form.valid) return again(form.typed, form.refusals);
		const outcome = await askForNewEmail(world, { ...form.value, ip: visitorOf(request, context).ip });
		return outcome.done ? onward("/konto?geschickt") : again(form.typed, outcome.refusals);
	}
	const form = readFields(request, fields, profileForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const { displayName, givenName, familyName, locale } = form.value;
	await changeProfile(world, {
		displayName,
		givenName: givenName || null,
		familyName: familyName || null,
		locale,
	});
	const year = 365 * 24 * 60 * 60;
	return onward("/konto?gespeichert", {
		"Set-Cookie": `${localeCookie}=${locale}; Path=/; Max-Age=${year}; SameSite=Lax; HttpOnly`,
	});
});

export default function Profile({ loaderData: { account, notice }, actionData }: Route.ComponentProps) {
	const t = useText(messages);
	const own = useText(accountMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const typed: Typed = actionData?.typed ?? {};
	const inEmail = typed.email !== undefined;
	const value = (name: "displayName" | "givenName" | "familyName") =>
		typed[name]?.toString() ?? account[name] ?? undefined;
	return (
		<>
			<title>{own("profile.title")}</title>
			{notice && !actionData && <Alert tone="success" title={own(`profile.${notice}`)} live />}
			<ErrorSummary errors={problems.errors} form={inEmail ? "email" : "profile"} />
			<PageTitle title={own("profile.title")} />
			<AccountTabs current="profile" />
			<Section title={own("profile.who")} id="name">
				<Form id="profile">
					<TextField
						name="displayName"
						autoComplete="nickname"
						label={t("fields.displayName")}
						hint={t("fields.displayNameHint")}
						value={value("displayName")}
						error={problems.at("displayName")}
					/>
					<TextField
						name="givenName"
						autoComplete="given-name"
						optional
						label={t("fields.givenName")}
						value={value("givenName")}
						error={problems.at("givenName")}
					/>
					<TextField
						name="familyName"
						autoComplete="family-name"
						optional
						label={t("fields.familyName")}
						value={value("familyName")}
						error={problems.at("familyName")}
					/>
					<RadioGroup
						name="locale"
						label={own("profile.locale")}
						value={typed.locale?.toString() ?? account.locale}
						error={problems.at("locale")}
						choices={[
							{ value: "de", label: own("profile.german") },
							{ value: "en", label: own("profile.english") },
						]}
					/>
					<Button>{own("profile.save")}</Button>
				</Form>
			</Section>
			<Section title={own("profile.email")} id="adresse" intro={own("profile.present", { email: account.email })}>
				<Form id="email" hidden={{ act: "email" }}>
					<TextField
						name="email"
						type="email"
						autoComplete="email"
						label={own("profile.newEmail")}
						hint={own("profile.newEmailHint")}
						value={typed.email?.toString()}
						error={problems.at("email")}
					/>
					<Button look="secondary">{own("profile.changeEmail")}</Button>
				</Form>
			</Section>
			<Section title={own("profile.more")} id="mehr">
				<ul>
					<li>
						<a href="/konto/beitraege">{own("profile.contributions")}</a>
					</li>
					<li>
						<a href="/konto/nachrichten">{own("profile.messages")}</a>
					</li>
					<li>
						<a href="/konto/daten">{own("profile.data")}</a>
					</li>
				</ul>
			</Section>
		</>
	);
}
