#include "engines/rules/functions/pattern.hpp"

namespace feel {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Walks the pattern once. Classes may hold classes ([a-z-[aeiou]]); blanks go under flag x.
class Translator {
 public:
  Translator(std::string_view from, bool no_blanks) : from_(from), no_blanks_(no_blanks) {}

  bool run(std::string& out) {
    for (; at_ < from_.size(); ++at_) {
      const char c = from_[at_];
      if (c == '\\') {
        if (!escape(out)) return false;
      } else if (classes_ > 0) {
        if (!in_class(c, out)) return false;
      } else if (c == '[') {
        open(out);
      } else if (c == '(' && from_.substr(at_).starts_with("(?") &&
                 !from_.substr(at_).starts_with("(?:")) {
        return false;
      } else if (!no_blanks_ || !is_blank(c)) {
        out += c;
      }
    }
    return classes_ == 0;
  }

 private:
  void open(std::string& out) {
    ++classes_;
    out += '[';
    if (at_ + 1 < from_.size() && from_[at_ + 1] == '^') {
      out += '^';
      ++at_;
    }
  }

  bool in_class(char c, std::string& out) {
    if (c == '[') {
      if (!out.ends_with('-')) return false;
      out += '-';  // ICU takes away with two
      open(out);
    } else if (c == ']') {
      --classes_;
      out += c;
    } else if (c == '&' && out.ends_with('&')) {
      out += "\\&";
    } else {
      out += c;
    }
    return true;
  }

  // \i and \c are the letters XML names are made of; \p{IsGreek} is a block.
  bool escape(std::string& out) {
    if (no_blanks_ && classes_ == 0) {
      while (at_ + 1 < from_.size() && is_blank(from_[at_ + 1])) ++at_;
    }
    if (++at_ >= from_.size()) return false;
    const char c = from_[at_];
    const auto in_set = [&](std::string_view set) {
      out += classes_ > 0 ? std::string(set) : '[' + std::string(set) + ']';
      return true;
    };
    if (c == 'i') return in_set("\\p{L}_:");
    if (c == 'c') return in_set("\\p{L}\\p{M}\\p{N}_:.\\-");
    if (c == 'I' && classes_ == 0) return out += "[^\\p{L}_:]", true;
    if (c == 'C' && classes_ == 0) return out += "[^\\p{L}\\p{M}\\p{N}_:.\\-]", true;
    if (c == 'p' || c == 'P') return property(c, out);
    if (c >= '0' && c <= '9' && classes_ > 0) return false;  // no reference within a class
    if (std::string_view("nrtdDsSwW\\|.-^?*+{}()[]$123456789").find(c) == std::string_view::npos) {
      return false;
    }
    out += {'\\', c};
    return true;
  }

  bool property(char c, std::string& out) {
    std::string name;
    for (++at_; at_ < from_.size() && from_[at_] != '}'; ++at_) {
      if (!no_blanks_ || !is_blank(from_[at_])) name += from_[at_];
    }
    if (at_ >= from_.size() || !name.starts_with('{') || name.size() < 2) return false;
    for (const char sign : name) {
      if (is_blank(sign)) return false;
    }
    name.erase(0, 1);
    if (name.starts_with("Is")) name = "block=" + name.substr(2);
    out += {'\\', c};
    out += '{' + name + '}';
    return true;
  }

  std::string_view from_;
  bool no_blanks_;
  std::size_t at_ = 0;
  int classes_ = 0;
};

}  // namespace

std::optional<Pattern> pattern_of(std::string_view xpath, std::string_view flags) {
  Pattern made;
  bool no_blanks = false;
  for (const char flag : flags) {
    switch (flag) {
      case 'i':
        made.ignore_case = true;
        break;
      case 's':
        made.dot_all = true;
        break;
      case 'm':
        made.many_lines = true;
        break;
      case 'x':
        no_blanks = true;
        break;
      case 'q':
        made.literal = true;
        break;
      default:
        return std::nullopt;
    }
  }
  if (made.literal) {
    made.text = xpath;
    return made;
  }
  if (!Translator(xpath, no_blanks).run(made.text)) return std::nullopt;
  return made;
}

}  // namespace feel
