// Parser: reads the text of a rule once, from left to right, and makes nodes of it.
//
// What cannot be read ends it with one problem. A name nobody knows does not: it is null and a
// problem, so that all of them are told at once.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engines/rules/feel/problem.hpp"
#include "engines/rules/feel/scope.hpp"
#include "engines/rules/feel/text.hpp"
#include "engines/rules/nodes/calls.hpp"
#include "engines/rules/nodes/loops.hpp"
#include "engines/rules/nodes/operators.hpp"

namespace feel {

inline constexpr std::size_t length_max = 250'000;  // bytes of one expression
inline constexpr int nesting_max = 500;             // brackets in brackets
inline constexpr int depth_max = 1'000;             // nodes in nodes

class Parser {
 public:
  Parser(std::string_view text, Scope& scope, std::vector<Problem>& problems, Place origin = {})
      : reader_(text, origin), text_(text), scope_(scope), problems_(problems) {}

  // Null if the text cannot be read; the problem is told then.
  NodeRef expression();
  // Tests of the value that stands in `slot`; "-" is null too, without a problem.
  NodeRef unary_tests(int slot);
  TypeRef type();

 private:
  struct Unreadable {};
  template <class Read>
  NodeRef whole(Read read);
  [[noreturn]] void fail(const base::Text& text, base::Holes holes = {});
  [[noreturn]] void missing(const base::Text& text);
  void tell(Place place, const base::Text& text, base::Holes holes);
  void expect(std::string_view sign);
  void expect_word(std::string_view word);

  // Loosest first.
  NodeRef any();
  NodeRef disjunction();
  NodeRef conjunction();
  NodeRef comparison();
  NodeRef compared(NodeRef left);
  NodeRef sum();
  NodeRef product();
  NodeRef power();
  NodeRef negation();
  NodeRef instance();
  NodeRef postfix();
  NodeRef primary();
  NodeRef keyword();
  NodeRef literal();

  std::optional<Relation> relation();
  NodeRef test(int slot);
  NodeRef tests(int slot);
  NodeRef in_test(NodeRef value);
  NodeRef if_();
  NodeRef for_();
  NodeRef quantified(bool some);
  std::vector<Domain> domains();
  NodeRef function();
  NodeRef bracketed();
  NodeRef parenthesised();
  NodeRef range_end(Place place, NodeRef low, bool low_closed);
  bool closes_range();
  NodeRef checked(NodeRef node);
  NodeRef context();
  std::string entry_name();
  NodeRef name();
  NodeRef named(const std::string& key, Place place);
  bool declared(const std::string& key);
  NodeRef asked(Place place);
  std::string entry_key();
  NodeRef call(NodeRef callee);
  NodeRef call(const BuiltIn& function, Place place);
  Arguments arguments();
  NodeRef filter(NodeRef list);
  NodeRef path(NodeRef of);
  std::string new_name(std::initializer_list<std::string_view> ends);

  TypeRef list_type();
  TypeRef context_type();
  TypeRef function_type();
  TypeRef named_type();
  Parameter parameter();

  // One more level of nesting while it lives.
  struct Level {
    explicit Level(Parser& parser) : parser(parser) {
      if (++parser.nesting_ > nesting_max) {
        parser.fail(text::too_deep, {{"max", std::to_string(nesting_max)}});
      }
    }
    ~Level() { --parser.nesting_; }
    Parser& parser;
  };

  Reader reader_;
  std::string_view text_;
  Scope& scope_;
  std::vector<Problem>& problems_;
  int nesting_ = 0;
  bool asks_ = false;          // `?` was read
  bool asks_partial_ = false;  // `partial` was read
  bool in_range_end_ = false;  // [ may close a range here
};

}  // namespace feel
