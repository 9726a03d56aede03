// Small parts: icon, tag, deadline, note, button, card, details, links, figures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "platform/ui/shown.hpp"

namespace ui {

// Decorative: hidden from screen readers, so words always stand beside it.
Html icon(Icon name, std::string_view extra_class = "");

// For an avatar: the first letters of the first and last word, "LD" for Lê Thị Mỹ Duyên.
std::string initials(std::string_view name);

// A number, code or date in tabular figures.
Html figures(const Label& text);
Html muted(const Content& content);
Html paragraph(const Content& content);
// <h1> to <h4>; `css` may be empty.
Html heading(int level, std::string_view css, const Content& content);

// DESIGN §5: the colour says who must act; the word always stands in the tag.
enum class Tone { idle, info, ok, warn, bad, vio };
Html tag(Tone tone, const Label& words, bool plain = false);

// ok: more than 1 working day left; soon: 1 or less; late: past; paused: the clock stands.
enum class Due { ok, soon, late, paused };
Html due_badge(Due kind, const Label& words, const Label& date = {});

// One message in the page, at most two lines; at most two notes a page.
Html note(Tone tone, const Content& content);
// The officer's small line saying where a value comes from, or what is wrong with it.
Html source_line(Tone tone, const Label& words);

enum class ButtonKind { main, secondary, warning };
struct Button {
  Label label;
  ButtonKind kind = ButtonKind::main;
  Url href = "";  // empty: submits its form
  Icon before = {};
  Icon after = {};
  Label name = {};  // what a submit sends, so that one form may have several
  Label value = {};
  bool small = false;
  bool block = false;  // as wide as its box
};
Html button(const Button& button);
Html button_group(const std::vector<Html>& buttons_and_links);
Html link(const Link& to);

struct Card {
  Content body;
  Label title = {};
  bool tint = false;
  std::string_view id = {};
  int level = 2;
};
Html card(const Card& card);
Html details(const Label& summary, const Content& body);
Html section(const Label& title, const Content& body);  // with a rule above; h2
Html link_list(const std::vector<Link>& links);
Html columns(const std::vector<Html>& columns);  // 2 or 3 beside one another, below on phones
// Text and an aside of 21 rem, which moves below on phones.
Html two_columns(const Content& main, const Content& aside);
// Content and a sticky panel of 20 rem, for officers' work pages.
Html split(const Content& main, const Content& panel, bool panel_first = false);
Html stack(const std::vector<Html>& parts);
Html row(const std::vector<Html>& parts, bool between = false);

// Figures of the city in a band; each opens what is behind it if it has a link.
struct Figure {
  Label number;
  Label words;
  Url href = "";
};
Html band(const Label& label, const std::vector<Figure>& figures);

}  // namespace ui
