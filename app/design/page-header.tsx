import { type Locale, useLocale, useText } from "~/platform/i18n";
import { Icon } from "./icon";
import { messages } from "./messages";

/** One entry of the main navigation. */
export type NavigationEntry = { href: string; label: string; current?: boolean };

export type PageHeaderProps = {
	/** Whose page it is. Without a logo the initials stand in. */
	place: {
		name: string;
		line?: string;
		href: string;
		logo?: { src: string; width: number; height: number; alt: string };
	};
	navigation: readonly NavigationEntry[];
	/** Signed in: name and own page, sign-out form; else links to sign in and to register. */
	account:
		| { name: string; href: string; signOutAction: string }
		| { signInHref: string; registerHref?: string; name?: undefined };
	/** Address that takes `locale` and `returnTo` by POST. */
	languageAction: string;
	/** The page to come back to after switching the language or signing out. */
	returnTo: string;
	searchHref?: string;
};

function initials(name: string): string {
	return name
		.split(/[\s-]+/)
		.filter((word) => /^\p{Lu}/u.test(word))
		.slice(-2)
		.map((word) => word.charAt(0))
		.join("");
}

function LanguageSwitch({ action, returnTo }: { action: string; returnTo: string }) {
	const t = useText(messages);
	const other: Locale = useLocale() === "de" ? "en" : "de";
	return (
		<form method="post" action={action} className="gw-inline">
			<input type="hidden" name="returnTo" value={returnTo} />
			<button
				type="submit"
				className="gw-bar__act"
				name="locale"
				value={other}
				lang={other}
				title={t("page.switchLanguage")}
			>
				<Icon name="language" small />
				{t("page.otherLanguage")}
			</button>
		</form>
	);
}

function Account({ account, returnTo }: Pick<PageHeaderProps, "account" | "returnTo">) {
	const t = useText(messages);
	if (account.name === undefined)
		return (
			<>
				{account.registerHref && (
					<a className="gw-bar__act gw-wide-only" href={account.registerHref}>
						{t("page.register")}
					</a>
				)}
				<a className="gw-bar__act gw-bar__act--strong" href={account.signInHref}>
					<Icon name="account-circle" small />
					{t("page.signIn")}
				</a>
			</>
		);
	return (
		<>
			<a className="gw-bar__act gw-bar__act--strong" href={account.href}>
				<Icon name="account-circle" small />
				{account.name}
			</a>
			<form method="post" action={account.signOutAction} className="gw-inline" data-island="forget-drafts">
				<input type="hidden" name="returnTo" value={returnTo} />
				<button type="submit" className="gw-bar__act">
					<Icon name="logout" small />
					{t("page.signOut")}
				</button>
			</form>
		</>
	);
}

function Navigation({ entries }: { entries: readonly NavigationEntry[] }) {
	return (
		<ul className="gw-nav__list">
			{entries.map((entry) => (
				<li key={entry.href}>
					<a className="gw-nav__link" href={entry.href} aria-current={entry.current ? "page" : undefined}>
						{entry.label}
					</a>
				</li>
			))}
		</ul>
	);
}

/** Top of every page: account and language, the place's name, the main navigation (a menu on narrow screens). */
export function PageHeader({ place, navigation, account, languageAction, returnTo, searchHref }: PageHeaderProps) {
	const t = useText(messages);
	return (
		<header className="gw-header">
			<div className="gw-bar">
				<nav className="gw-container gw-bar__inside" aria-label={t("page.accountNavigation")}>
					<LanguageSwitch action={languageAction} returnTo={returnTo} />
					<Account account={account} returnTo={returnTo} />
				</nav>
			</div>
			<div className="gw-container gw-masthead">
				<a className="gw-place" href={place.href}>
					{place.logo ? (
						<img className="gw-place__logo" {...place.logo} alt={place.logo.alt} />
					) : (
						<span className="gw-place__mark" aria-hidden="true">
							{initials(place.name)}
						</span>
					)}
					<span className="gw-place__words">
						<span className="gw-place__name">{place.name}</span>
						{place.line && <span className="gw-place__line">{place.line}</span>}
						<span className="kern-sr-only">{t("page.home")}</span>
					</span>
				</a>
				{searchHref && (
					<a className="gw-masthead__search" href={searchHref}>
						<Icon name="search" />
						<span>{t("search.label")}</span>
					</a>
				)}
			</div>
			<nav className="gw-nav gw-wide-only" aria-label={t("page.mainNavigation")}>
				<div className="gw-container">
					<Navigation entries={navigation} />
				</div>
			</nav>
			<details className="gw-menu gw-narrow-only">
				<summary className="gw-menu__handle">
					<Icon name="dehaze" />
					{t("page.menu")}
				</summary>
				<nav aria-label={t("page.menuNavigation")}>
					<Navigation entries={navigation} />
				</nav>
			</details>
		</header>
	);
}
