// Types of a condition, found from its leaves up.
#include "engines/rules/scope.hpp"

#include <algorithm>
#include <optional>

#include "base/nearest.hpp"
#include "engines/rules/node.hpp"
#include "engines/rules/text.hpp"

namespace rules {
namespace {

// What a node is known to be: nothing known (none, or a part that is wrong already) fits anywhere.
struct Shape {
  std::optional<Type> type = {};
  bool list = false;
  bool constant = false;
  std::vector<std::string> codes = {};                 // of a field with options
  std::vector<std::pair<std::string, int>> said = {};  // constant texts and their columns
};

const base::Text& word(Type type) {
  switch (type) {
    case Type::flag:
      return text::a_flag;
    case Type::number:
      return text::a_number;
    case Type::date:
      return text::a_date;
    case Type::text:
      break;
  }
  return text::a_text;
}

std::string joined(const std::vector<std::string>& names) {
  constexpr std::size_t shown_max = 12;
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < shown_max; ++i) {
    out += (out.empty() ? "" : ", ") + names[i];
  }
  return names.size() > shown_max ? out + ", …" : out;
}

class Examination {
 public:
  explicit Examination(const Scope& scope) : scope_(scope) {}

  std::vector<Problem> run(const Node& root) {
    const auto whole = shape(root);
    if (whole.constant || whole.list) say(root, text::always_same);
    std::stable_sort(problems_.begin(), problems_.end(),
                     [](const auto& a, const auto& b) { return a.column < b.column; });
    return std::move(problems_);
  }

 private:
  void say(int column, const base::Text& text, base::Holes holes = {}) {
    problems_.push_back(
        {column, {fill(text, base::Lang::vi, holes), fill(text, base::Lang::en, holes)}});
  }
  void say(const Node& at, const base::Text& text, base::Holes holes = {}) {
    say(at.column, text, std::move(holes));
  }

  // The same sentence in two languages, with what the two sides are.
  void say_types(const Node& at, const base::Text& sentence, Type left, Type right) {
    const auto in = [&](base::Lang lang) {
      return base::fill(sentence, lang,
                        {{"left", std::string(word(left).in(lang))},
                         {"right", std::string(word(right).in(lang))}});
    };
    problems_.push_back({at.column, {in(base::Lang::vi), in(base::Lang::en)}});
  }

  Shape shape(const Node& n) {
    switch (n.kind) {
      case Kind::constant:
        return constant(n);
      case Kind::name:
        return name(n);
      case Kind::list:
        return list(n);
      case Kind::call:
        return call(n);
      case Kind::minus:
        return wanted(n.children[0], Type::number), Shape{Type::number};
      case Kind::add:
      case Kind::subtract:
        return sum(n);
      case Kind::negate:
        return truth(n.children[0]), Shape{Type::flag};
      case Kind::both:
      case Kind::either:
        return truth(n.children[0]), truth(n.children[1]), Shape{Type::flag};
      case Kind::within:
      case Kind::outside:
        return among(n), Shape{Type::flag};
      default:
        return compared(n), Shape{Type::flag};
    }
  }

  static Shape constant(const Node& n) {
    Shape out{.constant = true};
    if (const auto* text = std::get_if<std::string>(&n.constant.held)) {
      out.type = Type::text;
      out.said = {{*text, n.column}};
    }
    if (std::holds_alternative<double>(n.constant.held)) out.type = Type::number;
    if (std::holds_alternative<bool>(n.constant.held)) out.type = Type::flag;
    return out;
  }

  Shape name(const Node& n) {
    const auto found = scope_.find(n.name);
    if (found != scope_.end()) return {.type = found->second.type, .codes = found->second.codes};
    std::vector<std::string> all;
    for (const auto& [known, what] : scope_) all.push_back(known);
    const auto meant = base::nearest(n.name, all);
    if (meant.empty())
      say(n, text::no_name, {{"name", n.name}, {"names", joined(all)}});
    else
      say(n, text::no_name_but, {{"name", n.name}, {"meant", meant}});
    return {};
  }

  Shape list(const Node& n) {
    Shape out{.list = true, .constant = true};
    for (const auto& child : n.children) {
      auto item = shape(child);
      if (!out.type) out.type = item.type;
      if (item.type && item.type != out.type) say_types(child, text::mixed, *out.type, *item.type);
      out.said.insert(out.said.end(), item.said.begin(), item.said.end());
    }
    return out;
  }

  Shape call(const Node& n) {
    if (n.name == "empty") return shape(n.children[0]), Shape{Type::flag};
    if (n.name == "length") {
      const auto of = shape(n.children[0]);
      if (of.type && !of.list && *of.type != Type::text)
        say_types(n, text::wants, Type::text, *of.type);
      return {Type::number};
    }
    if (n.name == "date") {
      const auto of = shape(n.children[0]);
      for (const auto& [said, column] : of.said) {
        if (!base::Date::parse_iso(said)) say(column, text::no_day, {{"given", said}});
      }
      if (of.type && *of.type != Type::text && *of.type != Type::date)
        say_types(n, text::wants, Type::date, *of.type);
      return {Type::date};
    }
    for (const auto& child : n.children) wanted(child, Type::date);  // age, year
    return {Type::number};
  }

  void wanted(const Node& n, Type type) {
    const auto is = shape(n);
    if (is.list || (is.type && *is.type != type))
      say_types(n, text::wants, type, is.type.value_or(Type::text));
  }

  // What and, or, not join: a constant text there is most often half a comparison.
  void truth(const Node& n) {
    const auto is = shape(n);
    if (is.constant || is.list) say(n, text::always_same);
  }

  Shape sum(const Node& n) {
    const auto left = shape(n.children[0]), right = shape(n.children[1]);
    if (!left.type || !right.type) return {};
    const auto both = [&](Type a, Type b) { return *left.type == a && *right.type == b; };
    const bool plus = n.kind == Kind::add;
    if (both(Type::number, Type::number)) return {Type::number};
    if (both(Type::date, Type::number)) return {Type::date};
    if (!plus && both(Type::date, Type::date)) return {Type::number};
    if (plus && both(Type::text, Type::text)) return {Type::text};
    say_types(n, text::no_sum, *left.type, *right.type);
    return {};
  }

  void compared(const Node& n) {
    const auto left = shape(n.children[0]), right = shape(n.children[1]);
    const bool equality = n.kind == Kind::equal || n.kind == Kind::unequal;
    if (left.list || right.list) return say(n, text::list_compared);
    if (left.constant && right.constant) return say(n, text::always_same);
    if (left.type && right.type && *left.type != *right.type) {
      return say_types(n,
                       *left.type == Type::date || *right.type == Type::date ? text::date_compared
                                                                             : text::types_compared,
                       *left.type, *right.type);
    }
    if (!equality && left.type && *left.type == Type::flag) return say(n, text::no_order);
    codes(left, right);
    codes(right, left);
  }

  void among(const Node& n) {
    const auto item = shape(n.children[0]), list = shape(n.children[1]);
    if (!list.list) return say(n.children[1], text::wants_list);
    if (item.type && list.type && *item.type != *list.type) {
      return say_types(n, text::types_compared, *item.type, *list.type);
    }
    codes(item, list);
  }

  // Constant texts against the options of a field.
  void codes(const Shape& field, const Shape& said) {
    if (field.codes.empty()) return;
    for (const auto& [given, column] : said.said) {
      if (std::ranges::count(field.codes, given)) continue;
      say(column, text::no_code, {{"given", given}, {"codes", joined(field.codes)}});
    }
  }

  const Scope& scope_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> misfits(const Expression& expression, const Scope& scope) {
  return Examination(scope).run(expression.root());
}

}  // namespace rules
