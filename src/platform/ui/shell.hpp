// The whole page around its content: citizen, officer, and bare (signing in, errors).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "platform/ui/parts.hpp"

namespace ui {

// The city's own words, from the configuration; empty ones are left out.
struct City {
  base::Words name;       // "thành phố Cần Thơ" / "Can Tho City"
  base::Words authority;  // "Ủy ban nhân dân thành phố Cần Thơ"
  base::Words address;
  std::string hotline;  // digits, "1022"
};

struct Person {
  Label name;
  Label post = {};  // officers: position and unit
  Url href = "";    // where the person's own page is
};

struct LinkGroup {
  Label title;
  std::vector<Link> links;
};

// What every page has. Only what exists is linked, so navigation arrives as data.
struct Frame {
  base::Lang lang = base::Lang::vi;
  City city;
  Label title;                   // of the page; the product's name follows it
  std::string path = "/";        // this page with its query: the language link returns to it
  std::optional<Person> person;  // who is signed in
  Url home = "/";
  Url sign_in = "";       // empty: no link
  std::vector<Link> nav;  // citizens' main navigation
  std::string current;    // the href in `nav` or the side navigation that this page is in
  std::vector<LinkGroup> footer;
  bool demo = false;  // a strip says that people and cases are invented
  bool dark = false;  // an officer's preference
};

struct SideLink {
  Icon icon;
  Label label;
  Url href;
  int count = 0;  // work waiting; 0 is not shown
};
struct SideGroup {
  Label title;
  std::vector<SideLink> links;
};
struct Search {
  Url action;
  Label label;  // for screen readers: "Tìm hồ sơ, văn bản"
  Label placeholder;
  Label value = {};
};

struct CitizenPage {
  std::vector<Link> crumbs = {};  // from home down to the parent of this page
  Html main;                      // holds the h1, unless `wide` does
  Html wide = {};                 // over the full width, above `main`: the hero
};
Html citizen_page(const Frame& frame, const CitizenPage& page);

struct OfficerPage {
  std::vector<SideGroup> side;
  std::optional<Search> search = {};
  std::vector<Link> crumbs = {};
  Label heading;
  Label sub = {};
  Html actions = {};  // beside the heading
  Html main;
  bool refused = false;  // something typed has to be mended: the title begins with "Lỗi: "
};
Html officer_page(const Frame& frame, const OfficerPage& page);

// No navigation: signing in, and pages that say something went wrong.
Html bare_page(const Frame& frame, const Html& body);

// The river, its mark and words on the left, the ways to sign in on the right.
struct SignInPage {
  Label promise;  // h2 beside the river
  Label promise_detail;
  Html main;  // holds the h1
};
Html sign_in_page(const Frame& frame, const SignInPage& page);

struct Choice {  // one way to sign in
  Icon icon;
  Label title;
  Label detail;
  Url href;
  bool main = false;
};
Html choices(const std::vector<Choice>& choices);

// The home page's hero: one question, its search, and what stands beside (`aside`).
struct Hero {
  Label title;
  Label question;
  Label example;  // placeholder
  Url action;
  Label submit;
  Label often_words = {};  // "Hay tìm:"
  std::vector<Link> often = {};
  Html aside = {};
};
Html hero(const Hero& hero);

// Looking up a dossier by the code printed on its slip; for the hero's aside.
struct Lookup {
  Url action;
  Label title;
  Label hint;  // with an example of a code
  Label label;
  Label name;  // of the field
  Label submit;
};
Html lookup(const Lookup& lookup);

// Things that happen in a life, each leading to its procedures.
struct Event {
  Icon icon;
  Label title;
  Label detail;
  Url href;
};
Html event_grid(const Label& title, const Content& beside, const std::vector<Event>& events);

// Two or three columns of links under the grid.
Html home_columns(const std::vector<Html>& columns);

// `path` as the other language has it: "?lang=en" replaces any lang already there.
std::string in_language(const std::string& path, base::Lang lang);

Html breadcrumbs(base::Lang lang, const std::vector<Link>& crumbs);

}  // namespace ui
