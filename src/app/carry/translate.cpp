// The small language node by node into FEEL.
//
// Two things differ. Null (none) in a comparison makes FEEL's answer null and not false: a whole
// condition, `and` and `or` do not mind, for they hold only if true; under `not` it would become
// "no" instead of "yes", so there an answer that may be null is asked whether it is true. And only
// true is true in FEEL: a bare name is asked in words whether anything stands there.
#include "app/carry/translate.hpp"

#include <array>

#include "app/carry/small_language.hpp"
#include "engines/rules/feel/feel.hpp"

namespace app::carry {
namespace {

using small::Node;
using Of = small::Kind;

// A piece of FEEL and how loosely it holds together.
enum Bond { either, both, comparison, sum, unary, primary };
struct Piece {
  std::string text;
  Bond bond = primary;
};

struct NoName {};  // a name that is a word of FEEL

std::string in_brackets(Piece piece, Bond least) {
  return piece.bond >= least ? std::move(piece.text) : "(" + piece.text + ")";
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string_view sign_of(Of kind) {
  switch (kind) {
    case Of::equal:
      return " = ";
    case Of::unequal:
      return " != ";
    case Of::less:
      return " < ";
    case Of::at_most:
      return " <= ";
    case Of::more:
      return " > ";
    case Of::at_least:
      return " >= ";
    default:
      return " in ";
  }
}

class Translation {
 public:
  explicit Translation(const Names& names) : names_(names) {}

  // True exactly when the old condition held; else false or null.
  Piece holds(const Node& n) const {
    switch (n.kind) {
      case Of::both:
      case Of::either:
        return joined(n, holds(n.children[0]), holds(n.children[1]));
      case Of::name:
        if (names_.kind(n.word) == Kind::flag) return value(n);
        return sure(n);
      case Of::less:
      case Of::at_most:
      case Of::more:
      case Of::at_least:
        return compared(n);
      default:
        return sure(n);
    }
  }

 private:
  // Always true or false, as the old condition held or not.
  Piece sure(const Node& n) const {
    switch (n.kind) {
      case Of::both:
      case Of::either:
        return joined(n, sure(n.children[0]), sure(n.children[1]));
      case Of::negate:
        return {"not(" + sure(n.children[0]).text + ")"};
      case Of::equal:
      case Of::unequal:
        return compared(n);
      case Of::less:
      case Of::at_most:
      case Of::more:
      case Of::at_least:
        return {"(" + compared(n).text + ") = true", comparison};
      case Of::within:
        return within(n);
      case Of::outside:
        return {"not(" + within(n).text + ")"};
      case Of::none:
        return {"false"};
      case Of::flag:
        return {n.word};
      case Of::text:
        return {n.word.empty() ? "false" : "true"};
      case Of::list:
        return {n.children.empty() ? "false" : "true"};
      case Of::number:
        return {n.word.find_first_not_of("0.") == n.word.npos ? "false" : "true"};
      case Of::call:
        if (n.word == "empty") return empty(n.children[0]);
        break;
      default:
        break;
    }
    return something(n);
  }

  // Whether anything stands there: not none, false, 0, '' or [].
  Piece something(const Node& n) const {
    const auto what = in_brackets(value(n), sum);
    switch (kind(n)) {
      case Kind::flag:
        return {what + " = true", comparison};
      case Kind::number:
        return {"not(" + what + " in [null, 0])"};
      case Kind::text:
        return {"not(" + what + " in [null, \"\"])"};
      case Kind::date:
        return {what + " != null", comparison};
      case Kind::list:
        return {"count(" + what + ") > 0", comparison};
      case Kind::unknown:
        break;
    }
    return {"not(" + what + " in [null, false, 0, \"\"])"};
  }

  Piece empty(const Node& n) const {
    const auto what = in_brackets(value(n), sum);
    const bool texts = kind(n) == Kind::text || kind(n) == Kind::unknown;
    if (kind(n) == Kind::list) return {n.kind == Of::list ? what + " = []" : "false", comparison};
    return texts ? Piece{what + " in [null, \"\"]", comparison}
                 : Piece{what + " = null", comparison};
  }

  static Piece joined(const Node& n, Piece left, Piece right) {
    const auto bond = n.kind == Of::both ? both : either;
    const auto* word = n.kind == Of::both ? " and " : " or ";
    return {in_brackets(std::move(left), bond) + word + in_brackets(std::move(right), bond), bond};
  }

  Piece compared(const Node& n) const {
    return {in_brackets(value(n.children[0]), sum) + std::string(sign_of(n.kind)) +
                in_brackets(value(n.children[1]), sum),
            comparison};
  }

  // What was no list contained nothing.
  Piece within(const Node& n) const {
    const auto& list = n.children[1];
    if (list.kind != Of::list) return {"false"};
    return {in_brackets(value(n.children[0]), sum) + " in " + value(list).text, comparison};
  }

  // As an operand, an argument, an item.
  Piece value(const Node& n) const {
    switch (n.kind) {
      case Of::none:
        return {"null"};
      case Of::flag:
      case Of::number:
        return {n.word};
      case Of::text:
        return {quoted(n.word)};
      case Of::name:
        return named(n.word);
      case Of::list: {
        std::string items;
        for (const auto& item : n.children) items += (items.empty() ? "" : ", ") + value(item).text;
        return {"[" + items + "]"};
      }
      case Of::call:
        return called(n);
      case Of::minus:
        return {"-" + in_brackets(value(n.children[0]), unary), unary};
      case Of::add:
      case Of::subtract:
        return summed(n);
      default:
        return {"(" + sure(n).text + ")"};
    }
  }

  Piece named(const std::string& name) const {
    if (name == "today") return {"today()"};
    // The same entry by its full name: a bare one now, for the section itself is a list.
    const auto own = names_.section + ".";
    if (names_.repeated && name.starts_with(own)) return named(name.substr(own.size()));
    // Repeated sections were the number of their entries.
    if (names_.kind(name) == Kind::list) return {"count(" + name + ")"};
    static constexpr std::array<std::string_view, 6> taken = {"null", "if",    "for",
                                                              "some", "every", "function"};
    const auto first = std::string_view(name).substr(0, name.find('.'));
    for (const auto word : taken) {
      if (first != word) continue;
      if (names_.section.empty() || names_.section == word || names_.repeated) throw NoName();
      return {own + name};
    }
    return {name};
  }

  Piece called(const Node& n) const {
    const auto& of = n.children[0];
    const auto what = value(of);
    if (n.word == "age") return {"age(" + what.text + ", " + value(n.children[1]).text + ")"};
    if (n.word == "date") return {"date(" + what.text + ")"};
    if (n.word == "year") return {in_brackets(what, primary) + ".year"};
    if (n.word == "empty") return {"(" + empty(of).text + ")"};
    return {(of.kind == Of::list ? "count(" : "string length(") + what.text + ")"};
  }

  // Days are moved by durations, and between two of them lies one.
  Piece summed(const Node& n) const {
    const auto& left = n.children[0];
    const auto& right = n.children[1];
    const bool plus = n.kind == Of::add, from_day = kind(left) == Kind::date;
    const bool two_days = !plus && from_day && kind(right) != Kind::number;
    const auto by = from_day && !two_days ? days(right) : value(right);
    Piece out{in_brackets(value(left), sum) + (plus ? " + " : " - ") + in_brackets(by, unary), sum};
    return two_days ? Piece{"(" + out.text + ").days"} : out;
  }

  Piece days(const Node& n) const {
    if (n.kind == Of::number) return {"@\"P" + n.word.substr(0, n.word.find('.')) + "D\""};
    return {"(" + in_brackets(value(n), unary) + " * @\"P1D\")"};
  }

  Kind kind(const Node& n) const {
    switch (n.kind) {
      case Of::number:
      case Of::minus:
        return Kind::number;
      case Of::text:
        return Kind::text;
      case Of::list:
        return Kind::list;
      case Of::none:
        return Kind::unknown;
      case Of::name: {
        if (n.word == "today") return Kind::date;
        const auto known = names_.kind(n.word);
        return known == Kind::list ? Kind::number : known;
      }
      case Of::call:
        if (n.word == "date") return Kind::date;
        return n.word == "empty" ? Kind::flag : Kind::number;
      case Of::add:
      case Of::subtract: {
        const auto left = kind(n.children[0]), right = kind(n.children[1]);
        if (left != Kind::date) return left == Kind::unknown ? right : left;
        return right == Kind::date ? Kind::number : Kind::date;
      }
      default:
        return Kind::flag;
    }
  }

  const Names& names_;
};

}  // namespace

Kind Names::kind(std::string_view name) const {
  if (!section.empty()) {
    const auto own = kinds.find(section + "." + std::string(name));
    if (own != kinds.end()) return own->second;
  }
  const auto found = kinds.find(name);
  return found == kinds.end() ? Kind::unknown : found->second;
}

std::optional<std::string> to_feel(std::string_view text, const Names& names) try {
  const auto node = small::read(text);
  if (!node) return std::nullopt;
  auto made = Translation(names).holds(*node).text;
  return feel::compile_open(made) ? std::optional(std::move(made)) : std::nullopt;
} catch (const NoName&) {
  return std::nullopt;
}

}  // namespace app::carry
