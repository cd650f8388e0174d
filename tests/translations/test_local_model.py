"""A model in a folder, with a tiny one made here: what it says means nothing, that it says it is what counts."""

import numpy as np
import pytest

from tests.translations.factories import drafted, switched_on
from translations import engines
from translations.engines import local_model
from translations.engines.base import EngineFailed
from translations.engines.local_model import LocalModel
from translations.models import EngineHealth, EngineUse

ctranslate2 = pytest.importorskip("ctranslate2")
sentencepiece = pytest.importorskip("sentencepiece")

SENTENCES = ["Kleimy pudła i worki.", "Клеїмо коробки й мішки.", "Praca w hali, робота в цеху."]
WIDTH = 8


def trained_pieces(folder, name):
    """A cutter of words that has seen three sentences."""
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(SENTENCES * 4),
        model_prefix=str(folder / name),
        vocab_size=60,
        character_coverage=1.0,
        minloglevel=2,
        hard_vocab_limit=False,
    )
    (folder / f"{name}.model").rename(folder / f"{name}.spm")
    processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / f"{name}.spm"))
    return [processor.id_to_piece(place) for place in range(processor.get_piece_size())]


def fill(layer, words, seed):
    """Random weights of the right shapes, wherever the model wants some."""
    for name, value in vars(layer).items():
        if isinstance(value, list):
            for one in value:
                fill(one, words, seed)
        elif isinstance(value, ctranslate2.specs.model_spec.LayerSpec):
            fill(value, words, seed)
        elif value is None and name in {"gamma", "beta"}:
            setattr(layer, name, np.ones(WIDTH, dtype=np.float32))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A transformer of one layer and eight numbers a word."""
    folder = tmp_path_factory.mktemp("model")
    words = list(dict.fromkeys([*trained_pieces(folder, "source"), *trained_pieces(folder, "target")]))
    spec = ctranslate2.specs.TransformerSpec.from_config(num_layers=1, num_heads=2)
    chance = np.random.default_rng(7)

    def matrix(*shape):
        return chance.normal(0, 0.5, shape).astype(np.float32)

    def attention(layer, *, is_self):
        shapes = [(3 * WIDTH, WIDTH)] if is_self else [(WIDTH, WIDTH), (2 * WIDTH, WIDTH)]
        for linear, shape in zip(layer.linear, [*shapes, (WIDTH, WIDTH)], strict=True):
            linear.weight, linear.bias = matrix(*shape), matrix(shape[0])

    for side in (spec.encoder, spec.decoder):
        embeddings = side.embeddings[0] if isinstance(side.embeddings, list) else side.embeddings
        embeddings.weight = matrix(len(words), WIDTH)
        side.scale_embeddings = True
        for layer in side.layer:
            attention(layer.self_attention, is_self=True)
            if side is spec.decoder:
                attention(layer.attention, is_self=False)
            layer.ffn.linear_0.weight, layer.ffn.linear_0.bias = matrix(4 * WIDTH, WIDTH), matrix(4 * WIDTH)
            layer.ffn.linear_1.weight, layer.ffn.linear_1.bias = matrix(WIDTH, 4 * WIDTH), matrix(WIDTH)
        fill(side, words, 7)
    spec.decoder.projection.weight = matrix(len(words), WIDTH)
    spec.register_source_vocabulary(words)
    spec.register_target_vocabulary(words)
    spec.validate()
    spec.optimize()
    spec.save(str(folder))
    return folder


@pytest.fixture
def model(folder, settings):
    settings.TRANSLATION_MODEL_DIR = folder
    local_model._loaded.cache_clear()
    yield LocalModel()
    local_model._loaded.cache_clear()


def test_texts_flow_in_and_out(model):
    texts = model.translate(["Kleimy pudła i worki.", "Praca w hali."])

    assert len(texts) == 2
    assert all(isinstance(text, str) and text for text in texts)


def test_the_model_is_loaded_once(model):
    model.translate(["Praca w hali."])
    first = local_model._loaded(local_model.settings.TRANSLATION_MODEL_DIR)

    model.translate(["Praca w hali."])

    assert local_model._loaded(local_model.settings.TRANSLATION_MODEL_DIR) is first


def test_it_stays_in_the_office():
    assert LocalModel().is_local


@pytest.mark.parametrize("missing", ["model.bin", "source.spm", "target.spm"])
def test_a_folder_that_is_not_whole_is_a_model_that_cannot_be_loaded(tmp_path, folder, settings, missing):
    for file in folder.iterdir():
        if file.name != missing:
            (tmp_path / file.name).write_bytes(file.read_bytes())
    settings.TRANSLATION_MODEL_DIR = tmp_path

    with pytest.raises(EngineFailed, match="model"):
        LocalModel().translate(["Praca"])


@pytest.mark.parametrize("broken", ["model.bin", "source.spm"])
def test_a_broken_file_is_a_model_that_cannot_be_loaded(tmp_path, folder, settings, broken):
    for file in folder.iterdir():
        content = file.read_bytes()
        (tmp_path / file.name).write_bytes(content[:50] if file.name == broken else content)
    settings.TRANSLATION_MODEL_DIR = tmp_path

    with pytest.raises(EngineFailed, match="model"):
        LocalModel().translate(["Praca"])


def test_without_the_libraries_the_model_cannot_be_loaded(model, monkeypatch):
    monkeypatch.setattr(local_model, "_LIBRARIES", ("no_such_library",))

    with pytest.raises(EngineFailed, match="model"):
        model.translate(["Praca"])


@pytest.mark.django_db
def test_it_drafts_as_any_engine_and_its_nonsense_is_refused(model):
    switched_on("local", monthly_characters=None)

    translation = drafted(body_pl="Kleimy pudła i worki.")

    assert translation.state == "done"
    assert EngineHealth.objects.get().last_trouble == "unfit"
    assert EngineUse.objects.get().engine == "local"


@pytest.mark.django_db
def test_it_may_read_personal_data(model):
    switched_on("local", monthly_characters=None)

    engines.suggest(["Kleimy pudła i worki."], is_personal=True)

    assert EngineUse.objects.get().requests == 1
